package org.kashidashi.kiosk.config;

/** A number with a fraction. */
record DecimalForm(double least, double most) implements Form<Double> {
  @Override
  public Double read(Object raw) throws UnfitValueException {
    if (raw instanceof Number number) {
      double value = number.doubleValue();
      if (value >= least && value <= most) {
        return value;
      }
    }
    throw UnfitValueException.of(raw);
  }

  @Override
  public String allowed() {
    return "a number, %s to %s".formatted(least, most);
  }

  @Override
  public Double example() {
    return least;
  }

  @Override
  public String write(Double value) {
    return value.toString();
  }
}

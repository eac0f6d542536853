package org.kashidashi.kiosk.config;

/** A whole number in a range. */
record WholeForm(int least, int most) implements Form<Integer> {
  @Override
  public Integer read(Object raw) throws UnfitValueException {
    if (raw instanceof Long number && number >= least && number <= most) {
      return Math.toIntExact(number);
    }
    throw UnfitValueException.of(raw);
  }

  @Override
  public String allowed() {
    return "a whole number, %d to %d".formatted(least, most);
  }

  @Override
  public Integer example() {
    return least;
  }

  @Override
  public String write(Integer value) {
    return value.toString();
  }
}

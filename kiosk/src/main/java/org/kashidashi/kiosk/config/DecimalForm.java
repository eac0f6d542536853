package org.kashidashi.kiosk.config;

import org.kashidashi.kiosk.config.mistake.Allowed;
import org.kashidashi.kiosk.config.mistake.Wording;

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
  public Wording allowed() {
    return Allowed.NUMBER.with(least, most);
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

package org.kashidashi.kiosk.config;

import org.kashidashi.kiosk.config.mistake.Allowed;
import org.kashidashi.kiosk.config.mistake.Wording;

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
  public Wording allowed() {
    return Allowed.WHOLE.with(least, most);
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

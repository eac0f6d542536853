package org.kashidashi.kiosk.config;

import org.kashidashi.kiosk.config.mistake.Allowed;
import org.kashidashi.kiosk.config.mistake.Wording;

/** Yes or no. */
record FlagForm() implements Form<Boolean> {
  @Override
  public Boolean read(Object raw) throws UnfitValueException {
    if (raw instanceof Boolean flag) {
      return flag;
    }
    throw UnfitValueException.of(raw);
  }

  @Override
  public Wording allowed() {
    return Allowed.FLAG.with();
  }

  @Override
  public Boolean example() {
    return false;
  }

  @Override
  public String write(Boolean value) {
    return value.toString();
  }
}

package org.kashidashi.kiosk.config;

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
  public String allowed() {
    return "true or false";
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

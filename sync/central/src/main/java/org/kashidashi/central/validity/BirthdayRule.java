package org.kashidashi.central.validity;

/** Which birthday is meant by "the birthday three years later". */
public enum BirthdayRule {
  /** The birthday in the third calendar year after the one of registration or renewal. */
  THIRD_CALENDAR_YEAR,
  /** The first birthday for which three whole years have gone by. */
  ON_OR_AFTER_THREE_YEARS
}

package org.kashidashi.kiosk.screen;

/**
 * Somebody outside the library who answers questions by telephone.
 *
 * @param telephone one number or more, at most 32 characters; empty if nobody is to be named
 * @param hours on weekdays, or else every day, at most 16 characters; empty if not to be said
 * @param holidayHours on weekends and holidays where they differ, at most 16 characters; else empty
 * @param closed days off as month/day, at most 16 characters; empty if not to be said
 * @param choice what their voice menu wants, at most 4 characters; empty if not to be said
 */
public record HelpDesk(
    String telephone, String hours, String holidayHours, String closed, String choice) {
  public HelpDesk {
    check("telephone", telephone, 32);
    check("hours", hours, 16);
    check("hours of holidays", holidayHours, 16);
    check("days off", closed, 16);
    check("choice of the voice menu", choice, 4);
  }

  /** Nobody is named. */
  public static HelpDesk none() {
    return new HelpDesk("", "", "", "", "");
  }

  public boolean named() {
    return !telephone.isEmpty();
  }

  private static void check(String what, String text, int most) {
    if (text.length() > most || text.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(
          "%s '%s' of a help desk, need at most %d printable characters"
              .formatted(what, text, most));
    }
  }
}

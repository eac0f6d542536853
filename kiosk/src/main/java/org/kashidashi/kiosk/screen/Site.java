package org.kashidashi.kiosk.screen;

/**
 * What screens and receipts say of the place.
 *
 * @param libraryName as it stands in the title line, 1 to 18 characters
 * @param kioskLabel which of the machines this is (1号機), 1 to 8 characters
 * @param counterName where to ask for help (カウンター), 1 to 12 characters
 * @param telephone of the library, at most 16 characters; empty if it is not to be shown
 * @param webPage for renewals and holds, at most 60 characters; empty if there is none
 * @param hours when the library is open, at most 40 characters; empty if not to be shown
 * @param cardStop the telephone that stops a lost My Number Card, 1 to 16 characters
 * @param cardDesk who answers questions on My Number Cards
 * @param certificateDesk who answers questions on their certificates
 */
public record Site(
    String libraryName,
    String kioskLabel,
    String counterName,
    String telephone,
    String webPage,
    String hours,
    String cardStop,
    HelpDesk cardDesk,
    HelpDesk certificateDesk) {
  public Site {
    check("library name", libraryName, 1, 18);
    check("kiosk label", kioskLabel, 1, 8);
    check("counter name", counterName, 1, 12);
    check("telephone", telephone, 0, 16);
    check("web page", webPage, 0, 60);
    check("opening hours", hours, 0, 40);
    check("telephone for lost cards", cardStop, 1, 16);
  }

  private static void check(String what, String text, int least, int most) {
    if (text.length() < least || text.length() > most) {
      throw new IllegalArgumentException("%s '%s' of %d characters, need %d to %d"
          .formatted(what, text, text.length(), least, most));
    }
    if (text.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(
          what + " with control characters, need printable text on one line");
    }
  }
}

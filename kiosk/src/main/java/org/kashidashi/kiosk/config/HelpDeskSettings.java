package org.kashidashi.kiosk.config;

import java.util.List;
import org.kashidashi.kiosk.config.mistake.Allowed;
import org.kashidashi.kiosk.config.mistake.Wording;

/**
 * Who outside the library answers questions on cards and on certificates, as the help names them.
 */
public record HelpDeskSettings(Card card, Certificate certificate) {
  /**
   * Of the cards.
   *
   * @param hours on weekdays, or else every day; empty if they are not to be said
   * @param holidayHours on weekends and holidays where they differ; else empty
   * @param closed days off; empty if they are not to be said
   * @param choice what the voice menu wants; empty if it is not to be said
   */
  public record Card(
      String telephone, String hours, String holidayHours, String closed, String choice) {}

  /**
   * Of the certificates.
   *
   * @param telephone empty if nobody is to be named
   * @param hours every day; empty if they are not to be said
   * @param closed days off; empty if they are not to be said
   */
  public record Certificate(String telephone, String hours, String closed) {}

  private static final Wording TIMES = Allowed.AT_MOST_MADE_OF.with(16, Allowed.TIME_SIGNS.with());
  private static final Wording DAYS = Allowed.AT_MOST_MADE_OF.with(16, Allowed.DAY_SIGNS.with());

  private static final Setting<String> CARD_TELEPHONE = Setting.otherwise(
      "help_desk.card.telephone",
      Forms.text(
          "[0-9+() /-]{1,32}",
          Allowed.MADE_OF.with(1, 32, Allowed.TELEPHONES_SIGNS.with()),
          "0120-95-0178"),
      "0120-95-0178",
      "Who answers questions on My Number Cards, for the help.");
  private static final Setting<String> CARD_HOURS =
      times("card.hours", "9:30-20:00", "Their hours on weekdays, or every day; empty for none.");
  private static final Setting<String> CARD_HOLIDAY_HOURS = times(
      "card.holiday_hours",
      "9:30-17:30",
      "Their hours on weekends and holidays; empty where they are the same.");
  private static final Setting<String> CARD_CLOSED =
      days("card.closed", "12/29-1/3", "Their days off, as month/day; empty for none.");
  private static final Setting<String> CARD_CHOICE = Setting.otherwise(
      "help_desk.card.choice",
      Forms.text("[0-9*#]{0,4}", Allowed.AT_MOST_MADE_OF.with(4, Allowed.KEY_SIGNS.with()), "1"),
      "",
      "What their voice menu wants for cards. A notice of 2018 named 1; not rechecked, so nothing"
          + " is said unless the library sets it.");
  private static final Setting<String> CERTIFICATE_TELEPHONE = Setting.otherwise(
      "help_desk.certificate.telephone",
      Forms.text(
          "[0-9+() /-]{0,32}",
          Allowed.AT_MOST_MADE_OF.with(32, Allowed.TELEPHONES_SIGNS.with()),
          "0120-000-000"),
      "",
      "Who answers questions on certificates and their PINs. A notice of 2018 named `0570-02-2325 /"
          + " 03-5625-3849`; not rechecked, so nobody is named unless the library sets it.");
  private static final Setting<String> CERTIFICATE_HOURS = times(
      "certificate.hours", "", "Their hours (in 2018 `9:00-20:00`), every day; empty for none.");
  private static final Setting<String> CERTIFICATE_CLOSED = days(
      "certificate.closed",
      "",
      "Their days off (in 2018 `12/29-1/3`), as month/day; empty for none.");
  static final List<Setting<?>> SETTINGS = List.of(
      CARD_TELEPHONE,
      CARD_HOURS,
      CARD_HOLIDAY_HOURS,
      CARD_CLOSED,
      CARD_CHOICE,
      CERTIFICATE_TELEPHONE,
      CERTIFICATE_HOURS,
      CERTIFICATE_CLOSED);

  static HelpDeskSettings read(Values values) {
    return new HelpDeskSettings(
        new Card(
            values.get(CARD_TELEPHONE),
            values.get(CARD_HOURS),
            values.get(CARD_HOLIDAY_HOURS),
            values.get(CARD_CLOSED),
            values.get(CARD_CHOICE)),
        new Certificate(
            values.get(CERTIFICATE_TELEPHONE),
            values.get(CERTIFICATE_HOURS),
            values.get(CERTIFICATE_CLOSED)));
  }

  private static Setting<String> times(String key, String usual, String meaning) {
    return Setting.otherwise(
        "help_desk." + key, Forms.text("[0-9:, -]{0,16}", TIMES, "9:00-17:00"), usual, meaning);
  }

  private static Setting<String> days(String key, String usual, String meaning) {
    return Setting.otherwise(
        "help_desk." + key, Forms.text("[0-9/, -]{0,16}", DAYS, "12/29-1/3"), usual, meaning);
  }
}

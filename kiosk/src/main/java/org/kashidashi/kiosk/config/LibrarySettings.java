package org.kashidashi.kiosk.config;

import java.util.List;
import org.kashidashi.kiosk.config.mistake.Allowed;

/**
 * The library at which the kiosk stands, as its screens and receipts speak of it.
 *
 * @param municipality whose residents may borrow; empty if it is not to be named
 * @param telephone empty if it is not to be shown
 * @param web empty if there is none
 * @param hours empty if they are not to be shown
 * @param cardStop the telephone that stops a lost My Number Card
 */
public record LibrarySettings(
    String id,
    String name,
    String counter,
    String municipality,
    String telephone,
    String web,
    String hours,
    String cardStop) {
  /** What every text says where nothing else is set. */
  public static final String USUAL_COUNTER = "カウンター";

  private static final Setting<String> ID = Setting.required(
      "library.id",
      Forms.text(
          "[a-z0-9-]{1,32}", Allowed.MADE_OF.with(1, 32, Allowed.NAME_SIGNS.with()), "library"),
      "Names the library in the registry of links.");
  private static final Setting<String> NAME = Setting.required(
      "library.name",
      Forms.shownText(1, 18, "図書館"),
      "The library's name in the title line and on receipts.");
  private static final Setting<String> COUNTER = Setting.otherwise(
      "library.counter",
      Forms.shownText(1, 12, USUAL_COUNTER),
      USUAL_COUNTER,
      "Where a patron is sent to, as the signs in the house call it; refusals name it in every"
          + " language.");
  private static final Setting<String> MUNICIPALITY = Setting.otherwise(
      "library.municipality",
      Forms.shownText(0, 12, ""),
      "",
      "Whose residents may borrow, for the refusal of others (E-121), such as `貸出市`; empty for"
          + " \"this area\".");
  private static final Setting<String> TELEPHONE = Setting.otherwise(
      "library.telephone",
      Forms.text(
          "[0-9+() -]{0,16}", Allowed.AT_MOST_MADE_OF.with(16, Allowed.TELEPHONE_SIGNS.with()), ""),
      "",
      "The library's telephone, for receipts.");
  private static final Setting<String> WEB = Setting.otherwise(
      "library.web",
      Forms.text("[\\x21-\\x7E]{0,60}", Allowed.AT_MOST_PRINTABLE.with(60), ""),
      "",
      "Where patrons renew and place holds, for receipts.");
  private static final Setting<String> HOURS = Setting.otherwise(
      "library.hours",
      Forms.shownText(0, 40, ""),
      "",
      "The opening hours, for the first screen and receipts.");
  private static final Setting<String> CARD_STOP = Setting.otherwise(
      "library.card_stop",
      Forms.text(
          "[0-9+() -]{1,16}",
          Allowed.MADE_OF.with(1, 16, Allowed.TELEPHONE_SIGNS.with()),
          "0120-95-0178"),
      "0120-95-0178",
      "The telephone that stops a lost My Number Card, day and night, for the help.");
  static final List<Setting<?>> SETTINGS =
      List.of(ID, NAME, COUNTER, MUNICIPALITY, TELEPHONE, WEB, HOURS, CARD_STOP);

  static LibrarySettings read(Values values) {
    return new LibrarySettings(
        values.get(ID),
        values.get(NAME),
        values.get(COUNTER),
        values.get(MUNICIPALITY),
        values.get(TELEPHONE),
        values.get(WEB),
        values.get(HOURS),
        values.get(CARD_STOP));
  }
}

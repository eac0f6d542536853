package org.kashidashi.kiosk.session;

/**
 * What the session knows of its surroundings.
 *
 * @param card what the card reader sees
 * @param online whether the library system answered last time
 * @param scanner whether the barcode scanner is there
 * @param receipts whether receipts can be printed
 * @param strangers whether a keyboard is there that nobody has named
 * @param calling whether somebody has called staff
 */
public record Station(
    CardSight card,
    boolean online,
    boolean scanner,
    boolean receipts,
    boolean strangers,
    boolean calling) {
  /** Nothing is wrong that a person would have to look after. */
  public static Station calm(CardSight card, boolean receipts) {
    return new Station(card, true, true, receipts, false, false);
  }

  Station withCard(CardSight sight) {
    return new Station(sight, online, scanner, receipts, strangers, calling);
  }

  Station withOnline(boolean answered) {
    return new Station(card, answered, scanner, receipts, strangers, calling);
  }

  Station withScanner(boolean there) {
    return new Station(card, online, there, receipts, strangers, calling);
  }

  Station withReceipts(boolean possible) {
    return new Station(card, online, scanner, possible, strangers, calling);
  }

  Station withStrangers(boolean there) {
    return new Station(card, online, scanner, receipts, there, calling);
  }

  Station withCalling(boolean called) {
    return new Station(card, online, scanner, receipts, strangers, called);
  }
}

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
 * @param closed whether the library has closed the machine to patrons
 */
public record Station(
    CardSight card,
    boolean online,
    boolean scanner,
    boolean receipts,
    boolean strangers,
    boolean calling,
    boolean closed) {
  /** Nothing is wrong that a person would have to look after. */
  public static Station calm(CardSight card, boolean receipts) {
    return new Station(card, true, true, receipts, false, false, false);
  }

  Station withCard(CardSight sight) {
    return new Station(sight, online, scanner, receipts, strangers, calling, closed);
  }

  Station withOnline(boolean answered) {
    return new Station(card, answered, scanner, receipts, strangers, calling, closed);
  }

  Station withScanner(boolean there) {
    return new Station(card, online, there, receipts, strangers, calling, closed);
  }

  Station withReceipts(boolean possible) {
    return new Station(card, online, scanner, possible, strangers, calling, closed);
  }

  Station withStrangers(boolean there) {
    return new Station(card, online, scanner, receipts, there, calling, closed);
  }

  Station withCalling(boolean called) {
    return new Station(card, online, scanner, receipts, strangers, called, closed);
  }

  Station withClosed(boolean shut) {
    return new Station(card, online, scanner, receipts, strangers, calling, shut);
  }

  /** Whether somebody may begin here: not at a machine that cannot read a book or is closed. */
  public boolean inviting() {
    return scanner && !closed;
  }
}

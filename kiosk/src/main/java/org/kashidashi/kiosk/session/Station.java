package org.kashidashi.kiosk.session;

/**
 * What the session knows of its surroundings.
 *
 * @param card what the card reader sees
 * @param online whether the library system answered last time
 * @param scanner whether the barcode scanner is there
 * @param receipts whether receipts can be printed
 */
public record Station(CardSight card, boolean online, boolean scanner, boolean receipts) {
  Station withCard(CardSight sight) {
    return new Station(sight, online, scanner, receipts);
  }

  Station withOnline(boolean answered) {
    return new Station(card, answered, scanner, receipts);
  }

  Station withScanner(boolean there) {
    return new Station(card, online, there, receipts);
  }

  Station withReceipts(boolean possible) {
    return new Station(card, online, scanner, possible);
  }
}

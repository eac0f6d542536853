package org.kashidashi.kiosk.session;

import java.util.List;

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
 * @param upkeep what a technician has made of it
 * @param troubles what has to be mended, the worst first
 */
public record Station(
    CardSight card,
    boolean online,
    boolean scanner,
    boolean receipts,
    boolean strangers,
    boolean calling,
    boolean closed,
    Upkeep upkeep,
    List<StaffWords> troubles) {
  public Station {
    troubles = List.copyOf(troubles);
  }

  /** Nothing is wrong that a person would have to look after. */
  public static Station calm(CardSight card, boolean receipts) {
    return new Station(card, true, true, receipts, false, false, false, Upkeep.NONE, List.of());
  }

  Station withCard(CardSight sight) {
    return new Station(
        sight, online, scanner, receipts, strangers, calling, closed, upkeep, troubles);
  }

  Station withOnline(boolean answered) {
    return new Station(
        card, answered, scanner, receipts, strangers, calling, closed, upkeep, troubles);
  }

  Station withScanner(boolean there) {
    return new Station(card, online, there, receipts, strangers, calling, closed, upkeep, troubles);
  }

  Station withReceipts(boolean possible) {
    return new Station(
        card, online, scanner, possible, strangers, calling, closed, upkeep, troubles);
  }

  Station withStrangers(boolean there) {
    return new Station(card, online, scanner, receipts, there, calling, closed, upkeep, troubles);
  }

  Station withCalling(boolean called) {
    return new Station(
        card, online, scanner, receipts, strangers, called, closed, upkeep, troubles);
  }

  Station withClosed(boolean shut) {
    return new Station(card, online, scanner, receipts, strangers, calling, shut, upkeep, troubles);
  }

  Station withUpkeep(Upkeep made) {
    return new Station(card, online, scanner, receipts, strangers, calling, closed, made, troubles);
  }

  Station withTroubles(List<StaffWords> seen) {
    return new Station(card, online, scanner, receipts, strangers, calling, closed, upkeep, seen);
  }

  /** Whether somebody may begin here: not at a machine that cannot read a book or is closed. */
  public boolean inviting() {
    return scanner && !closed && upkeep == Upkeep.NONE;
  }
}

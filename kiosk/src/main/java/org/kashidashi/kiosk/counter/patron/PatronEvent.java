package org.kashidashi.kiosk.counter.patron;

import org.kashidashi.hal.card.jpki.pin.Pin;

/** What the patron answered. */
public sealed interface PatronEvent {
  record Agreed() implements PatronEvent {}

  record Declined() implements PatronEvent {}

  record PinsTold(Sameness answer) implements PatronEvent {
    /** Whether both PINs are the same. */
    public enum Sameness {
      SAME,
      DIFFERENT,
      NOT_KNOWN
    }
  }

  /** How many digits there are now; for staff, who see nothing else. */
  record DigitsTyped(int count) implements PatronEvent {}

  /**
   * The PIN that was asked for.
   *
   * @param pin the receiver's, who wipes it
   */
  record PinTyped(Pin pin) implements PatronEvent {}

  /** The patron does not want to go on. */
  record Stopped() implements PatronEvent {}
}

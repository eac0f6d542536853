package org.kashidashi.kiosk.counter.patron;

import org.kashidashi.kiosk.screen.CounterScreen.PinUse;

/** What a counter wants of the patron next; each takes the place of the one before. */
public sealed interface PatronRequest {
  /** Nothing: nobody is served, or staff cancelled. The patron's wishes for the screen are over. */
  record Rest() implements PatronRequest {}

  /** Answered by {@link PatronEvent.Agreed} or {@link PatronEvent.Declined}. */
  record AskConsent() implements PatronRequest {}

  /** The card is felt by its reader; the patron can only answer {@link PatronEvent.Stopped}. */
  record AskCard() implements PatronRequest {}

  /** Answered by {@link PatronEvent.PinsTold} or {@link PatronEvent.Stopped}. */
  record AskSamePins() implements PatronRequest {}

  /**
   * Answered by {@link PatronEvent.PinTyped} or {@link PatronEvent.Stopped}, after any number of
   * {@link PatronEvent.DigitsTyped}.
   *
   * @param use which PIN
   * @param triesLeft as the card tells; the fewer of two where the PIN is for both
   * @param wrong whether it was tried and was wrong
   */
  record AskPin(PinUse use, int triesLeft, boolean wrong) implements PatronRequest {}

  /** The card is worked on, or staff are; there is nothing to press. */
  record Work() implements PatronRequest {}

  /** Tells that the last try is left to the patron. */
  record TellLastTryKept(PinUse use) implements PatronRequest {}

  record TellBlocked(PinUse use) implements PatronRequest {}

  /** Tells that it is done and the card may be taken. */
  record TellDone() implements PatronRequest {}

  /** Tells that it was not done, and that staff explain why. */
  record TellNotDone() implements PatronRequest {}
}

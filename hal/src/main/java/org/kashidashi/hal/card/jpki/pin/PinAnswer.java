package org.kashidashi.hal.card.jpki.pin;

/** What became of a PIN. */
public sealed interface PinAnswer
    permits PinAnswer.Verified,
        PinAnswer.WrongPin,
        PinStanding.LastTryKept,
        PinStanding.Blocked,
        PinStanding.NotUsable,
        CardTrouble {
  record Verified() implements PinAnswer {}

  /**
   * It was wrong, and cost a try.
   *
   * @param triesLeft 1 or more; the last one is not used here
   */
  record WrongPin(int triesLeft) implements PinAnswer {}
}

package org.kashidashi.hal.card.jpki.pin;

/** How a PIN stands before anybody tries it. */
public sealed interface PinStanding
    permits PinStanding.TriesLeft,
        PinStanding.LastTryKept,
        PinStanding.Blocked,
        PinStanding.NotUsable,
        CardTrouble {
  /**
   * It can be tried.
   *
   * @param tries 2 or more
   */
  record TriesLeft(int tries) implements PinStanding {}

  /** One try is left, which is the holder's and never used here. */
  record LastTryKept() implements PinStanding, PinAnswer {}

  /** No try is left: the municipality unblocks it. */
  record Blocked() implements PinStanding, PinAnswer {}

  /** This card has no such PIN, as 顔認証マイナンバーカード. */
  record NotUsable() implements PinStanding, PinAnswer {}
}

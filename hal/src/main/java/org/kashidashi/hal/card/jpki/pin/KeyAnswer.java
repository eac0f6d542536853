package org.kashidashi.hal.card.jpki.pin;

/** What became of the wish for the card's challenge key. */
public sealed interface KeyAnswer
    permits KeyAnswer.KeyRead, KeyAnswer.NoKey, SigningAnswer.NotVerified, CardTrouble {
  record KeyRead(CardPublicKey key) implements KeyAnswer {}

  /** The card holds none, or what it holds is none; the reason is for the log. */
  record NoKey(String reason) implements KeyAnswer {}
}

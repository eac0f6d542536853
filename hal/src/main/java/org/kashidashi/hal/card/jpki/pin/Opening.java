package org.kashidashi.hal.card.jpki.pin;

import org.kashidashi.hal.card.jpki.CardReading;

/** What became of the wish to work on a card with its PINs. */
public sealed interface Opening {
  /** A My Number Card with a certificate lies there; the caller closes the session. */
  record Opened(PinSession session) implements Opening {}

  /** No PIN may be asked for: nothing, or something else, lies there. Nothing is left open. */
  record NotOpened(CardReading reading) implements Opening {}
}

package org.kashidashi.hal.card;

/** The card left the field: ask for the same card again. */
@SuppressWarnings("serial")
public final class CardRemovedException extends CardException {
  public CardRemovedException(String message) {
    super(message);
  }

  public CardRemovedException(String message, Throwable cause) {
    super(message, cause);
  }
}

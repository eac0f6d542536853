package org.kashidashi.hal.card;

/** Something lies on the reader but does not answer: ask for one card, out of its case. */
@SuppressWarnings("serial")
public final class CardUnreadableException extends CardException {
  public CardUnreadableException(String message) {
    super(message);
  }

  public CardUnreadableException(String message, Throwable cause) {
    super(message, cause);
  }
}

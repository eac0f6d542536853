package org.kashidashi.hal.card;

/** Something lies on the reader but does not answer: ask for one card, out of its case. */
@SuppressWarnings("serial")
public final class CardUnreadableException extends CardException {
  private final Reason reason;

  public CardUnreadableException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  public CardUnreadableException(Reason reason, String message, Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  /** What the patron is to be asked. */
  public Reason reason() {
    return reason;
  }

  /** Why nothing answers, as far as the reader can tell. */
  public enum Reason {
    /** It does not answer at all: a case, a card upside down, no card. */
    MUTE,
    /** It answers, but not as one card does: two cards at once. */
    COLLISION
  }
}

package org.kashidashi.kiosk.counter;

/** The person at the counter gives no answer on their screen. */
public final class PatronGoneException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Why there is no answer. */
  public enum Reason {
    /** They pressed やめる, or took too long. */
    STOPPED,
    /** Their screen is gone. */
    SCREEN_LOST
  }

  private final Reason reason;

  public PatronGoneException(Reason reason) {
    super("the patron gives no answer: " + reason);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}

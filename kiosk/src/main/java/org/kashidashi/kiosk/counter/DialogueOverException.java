package org.kashidashi.kiosk.counter;

/** Nobody answers at the staff's terminal. */
public final class DialogueOverException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Why nobody answers. */
  public enum Reason {
    /** It was quiet for so long that whoever signed in may be gone. */
    QUIET,
    /** The terminal was closed. */
    CLOSED
  }

  private final Reason reason;

  public DialogueOverException(Reason reason) {
    super("the dialogue is over: " + reason);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}

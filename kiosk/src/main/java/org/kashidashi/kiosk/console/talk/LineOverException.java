package org.kashidashi.kiosk.console.talk;

/** Nobody is at the line any more. */
public final class LineOverException extends Exception {
  private static final long serialVersionUID = 1L;

  private final Reason reason;

  /** Why it is over. */
  public enum Reason {
    /** Nothing was typed for too long. */
    IDLE,
    /** The cable is out, or the program ends. */
    HUNG_UP
  }

  public LineOverException(Reason reason) {
    super("the line is over: " + reason);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}

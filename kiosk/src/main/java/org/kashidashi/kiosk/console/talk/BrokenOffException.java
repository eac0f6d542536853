package org.kashidashi.kiosk.console.talk;

/** The technician broke off what was asked, with Ctrl-C. */
public final class BrokenOffException extends Exception {
  private static final long serialVersionUID = 1L;

  public BrokenOffException() {
    super("broken off");
  }
}

package org.kashidashi.kiosk.console.talk;

/** The technician broke off what was asked, with Ctrl-C, or with Ctrl-D on an empty line. */
public final class BrokenOffException extends Exception {
  private static final long serialVersionUID = 1L;

  private final boolean leaving;

  public BrokenOffException() {
    this(false);
  }

  /**
   * In one of the two ways.
   *
   * @param leaving whether it was Ctrl-D, with which whoever is asked for a command goes
   */
  BrokenOffException(boolean leaving) {
    super("broken off");
    this.leaving = leaving;
  }

  public boolean leaving() {
    return leaving;
  }
}

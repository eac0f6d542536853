package org.kashidashi.kiosk.bench;

/** What a figure is measured on is not there; says how to get it. */
final class SkippedException extends Exception {
  private static final long serialVersionUID = 1;

  SkippedException(String why) {
    super(why);
  }
}

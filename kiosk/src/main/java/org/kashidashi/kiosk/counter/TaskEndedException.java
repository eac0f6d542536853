package org.kashidashi.kiosk.counter;

import org.kashidashi.kiosk.audit.CounterOutcome;

/** A task ended before its end, and staff were told why. Never leaves this package. */
final class TaskEndedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final CounterOutcome outcome;
  private final String code;

  TaskEndedException(CounterOutcome outcome) {
    this(outcome, "");
  }

  /**
   * @param code what it was refused for; empty if it was not
   */
  TaskEndedException(CounterOutcome outcome, String code) {
    super(outcome + " " + code);
    this.outcome = outcome;
    this.code = code;
  }

  CounterOutcome outcome() {
    return outcome;
  }

  String code() {
    return code;
  }
}

package org.kashidashi.central.load;

/** A row cannot be taken. */
final class BadRowException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String problem;

  BadRowException(String problem) {
    super(problem);
    this.problem = problem;
  }

  /** What is wrong and what to write, without the value. */
  String problem() {
    return problem;
  }
}

package org.kashidashi.kiosk.config;

/** A value is not of the form that its setting needs. */
final class UnfitValueException extends Exception {
  private static final long serialVersionUID = 1L;
  private static final int LONGEST_SHOWN = 60;

  private final String problem;

  UnfitValueException(String problem) {
    super(problem);
    this.problem = problem;
  }

  static UnfitValueException of(Object raw) {
    return new UnfitValueException(shown(raw) + " does not fit");
  }

  String problem() {
    return problem;
  }

  /** Bounded, and without what could steer a terminal: the value comes from a file. */
  static String shown(Object raw) {
    String text = raw instanceof String string ? "\"" + string + "\"" : raw.toString();
    String cut = text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "..." : text;
    return cut.replaceAll("\\p{C}", "?");
  }
}

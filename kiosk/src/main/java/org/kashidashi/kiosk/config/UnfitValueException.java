package org.kashidashi.kiosk.config;

import org.kashidashi.kiosk.config.mistake.MistakeWords;
import org.kashidashi.kiosk.config.mistake.Problem;
import org.kashidashi.kiosk.config.mistake.Wording;

/** A value is not of the form that its setting needs. */
final class UnfitValueException extends Exception {
  private static final long serialVersionUID = 1L;
  private static final int LONGEST_SHOWN = 60;

  @SuppressWarnings("serial") // Never serialised.
  private final Wording problem;

  UnfitValueException(Wording problem) {
    super(MistakeWords.english().text(problem));
    this.problem = problem;
  }

  static UnfitValueException of(Object raw) {
    return new UnfitValueException(Problem.DOES_NOT_FIT.with(shown(raw)));
  }

  Wording problem() {
    return problem;
  }

  /** Bounded, and without what could steer a terminal: the value comes from a file. */
  static String shown(Object raw) {
    String text = raw instanceof String string ? "\"" + string + "\"" : raw.toString();
    String cut = text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "..." : text;
    return cut.replaceAll("\\p{C}", "?");
  }
}

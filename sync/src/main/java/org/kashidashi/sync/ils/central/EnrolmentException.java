package org.kashidashi.sync.ils.central;

/** A kiosk could not be enrolled. The subtypes differ in who can help; messages say what to do. */
public abstract sealed class EnrolmentException extends Exception {
  private static final long serialVersionUID = 1L;

  EnrolmentException(String message) {
    super(message);
  }

  /** Central cannot be reached, or does not speak as it should. */
  public static final class NotAnswered extends EnrolmentException {
    private static final long serialVersionUID = 1L;

    NotAnswered(String message) {
      super(message);
    }
  }

  /** Who answers is not who gave the code. The secret was not told. */
  public static final class SomebodyElse extends EnrolmentException {
    private static final long serialVersionUID = 1L;

    SomebodyElse(String message) {
      super(message);
    }
  }

  /** Central does not take the code. */
  public static final class Refused extends EnrolmentException {
    private static final long serialVersionUID = 1L;

    Refused(String message) {
      super(message);
    }
  }
}

package org.kashidashi.central.http;

/** A request is not answered as asked. The message never repeats what was sent. */
final class RefusedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final Refusal refusal;

  RefusedException(Refusal refusal, String message) {
    super(message);
    this.refusal = refusal;
  }

  RefusedException(Refusal refusal, String message, Throwable cause) {
    super(message, cause);
    this.refusal = refusal;
  }

  Refusal refusal() {
    return refusal;
  }

  static RefusedException malformed(String message) {
    return new RefusedException(Refusal.MALFORMED, message);
  }

  static RefusedException meaningless(String message) {
    return new RefusedException(Refusal.MEANINGLESS, message);
  }
}

package org.kashidashi.central.identity;

/** A certificate request cannot be used; the message does not repeat it. */
public final class RequestRefusedException extends Exception {
  private static final long serialVersionUID = 1L;

  RequestRefusedException(String message) {
    super(message);
  }

  RequestRefusedException(String message, Throwable cause) {
    super(message, cause);
  }
}

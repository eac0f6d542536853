package org.kashidashi.kiosk.diagnosis.wire;

/** A line of the socket is none that the other side could have sent. */
final class MalformedLineException extends Exception {
  private static final long serialVersionUID = 1L;

  MalformedLineException(String message) {
    super(message);
  }
}

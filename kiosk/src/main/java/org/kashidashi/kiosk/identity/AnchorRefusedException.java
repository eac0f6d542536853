package org.kashidashi.kiosk.identity;

/** A certificate that may not become a trust anchor; the message says why, and what to do. */
final class AnchorRefusedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String reason;

  AnchorRefusedException(String message) {
    super(message);
    this.reason = message;
  }

  String reason() {
    return reason;
  }
}

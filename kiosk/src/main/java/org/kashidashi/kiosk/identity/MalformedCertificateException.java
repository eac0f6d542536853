package org.kashidashi.kiosk.identity;

/** The bytes are no X.509 certificate in DER. */
final class MalformedCertificateException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String reason;

  MalformedCertificateException(String message) {
    super(message);
    this.reason = message;
  }

  MalformedCertificateException(String message, Throwable cause) {
    super(message, cause);
    this.reason = message;
  }

  String reason() {
    return reason;
  }
}

package org.kashidashi.sync.ils.central.identity;

/** A certificate or key is not what it has to be. The message names no serial number. */
public final class UnfitCertificateException extends Exception {
  private static final long serialVersionUID = 1L;

  UnfitCertificateException(String message) {
    super(message);
  }

  UnfitCertificateException(String message, Throwable cause) {
    super(message, cause);
  }
}

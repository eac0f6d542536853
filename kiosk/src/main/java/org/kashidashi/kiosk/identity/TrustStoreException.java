package org.kashidashi.kiosk.identity;

/** The directory of trust anchors, or a file to import, cannot be read or written. */
public final class TrustStoreException extends Exception {
  private static final long serialVersionUID = 1L;

  TrustStoreException(String message) {
    super(message);
  }

  TrustStoreException(String message, Throwable cause) {
    super(message, cause);
  }
}

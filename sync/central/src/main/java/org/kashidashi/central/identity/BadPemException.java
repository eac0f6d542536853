package org.kashidashi.central.identity;

/** A file of ours is not as we wrote it. */
final class BadPemException extends Exception {
  private static final long serialVersionUID = 1L;

  BadPemException(String message) {
    super(message);
  }

  BadPemException(String message, Throwable cause) {
    super(message, cause);
  }
}

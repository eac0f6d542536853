package org.kashidashi.sync.ils.central.identity;

/** The identity file cannot be read, understood or replaced. The message says what to do. */
public final class IdentityFileException extends Exception {
  private static final long serialVersionUID = 1L;

  IdentityFileException(String message) {
    super(message);
  }

  IdentityFileException(String message, Throwable cause) {
    super(message, cause);
  }
}

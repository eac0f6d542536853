package org.kashidashi.hal.card;

/** The reader, its driver or its service is gone or hangs: go on without it and try again later. */
@SuppressWarnings("serial")
public final class ReaderUnavailableException extends CardException {
  public ReaderUnavailableException(String message) {
    super(message);
  }

  public ReaderUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}

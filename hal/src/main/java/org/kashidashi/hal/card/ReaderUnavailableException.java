package org.kashidashi.hal.card;

/** The reader, its driver or its service is gone or hangs: go on without it and try again later. */
@SuppressWarnings("serial")
public final class ReaderUnavailableException extends CardException {
  private final Reason reason;

  /** What a technician has to look at. */
  public enum Reason {
    GONE,
    /** The service between program and reader does not answer. */
    SERVICE_DOWN,
    HANGS
  }

  public ReaderUnavailableException(String message) {
    super(message);
    this.reason = Reason.GONE;
  }

  public ReaderUnavailableException(String message, Throwable cause) {
    this(Reason.GONE, message, cause);
  }

  public ReaderUnavailableException(Reason reason, String message, Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}

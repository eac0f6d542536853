package org.kashidashi.central.backup;

/** A backup cannot be made or put back. What was there is as before, unless the message says so. */
public final class BackupException extends Exception {
  private static final long serialVersionUID = 1L;

  BackupException(String message) {
    super(message);
  }

  BackupException(String message, Throwable cause) {
    super(message, cause);
  }
}

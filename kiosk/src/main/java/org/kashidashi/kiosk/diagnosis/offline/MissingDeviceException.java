package org.kashidashi.kiosk.diagnosis.offline;

import org.kashidashi.kiosk.diagnosis.Cause;

/** A device cannot be opened; the cause says what a technician has to look for. */
public final class MissingDeviceException extends Exception {
  private static final long serialVersionUID = 1L;

  private final Cause why;

  public MissingDeviceException(Cause why, Throwable cause) {
    super(String.valueOf(cause.getMessage()), cause);
    this.why = why;
  }

  public Cause why() {
    return why;
  }
}

package org.kashidashi.hal.driver.evdev;

/** An input device cannot be used now. */
final class DeviceTroubleException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String reason;

  DeviceTroubleException(String reason) {
    super(reason);
    this.reason = reason;
  }

  DeviceTroubleException(String reason, Throwable cause) {
    super(reason, cause);
    this.reason = reason;
  }

  /** Which device, why, and what to do. */
  String reason() {
    return reason;
  }
}

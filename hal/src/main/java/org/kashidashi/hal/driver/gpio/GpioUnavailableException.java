package org.kashidashi.hal.driver.gpio;

/** The lines cannot be used; the message says what to do. */
@SuppressWarnings("serial")
public final class GpioUnavailableException extends Exception {
  GpioUnavailableException(String message) {
    super(message);
  }

  GpioUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}

package org.kashidashi.hal.display;

/** The panel is gone: nobody sees what is shown, so the kiosk must not go on lending. */
@SuppressWarnings("serial")
public final class DisplayException extends Exception {
  public DisplayException(String message) {
    super(message);
  }

  public DisplayException(String message, Throwable cause) {
    super(message, cause);
  }
}

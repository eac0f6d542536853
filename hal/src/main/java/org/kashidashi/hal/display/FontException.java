package org.kashidashi.hal.display;

/** A font, or the library that draws fonts, cannot be used. The message says which and why. */
final class FontException extends Exception {
  private static final long serialVersionUID = 1L;

  FontException(String message) {
    super(message);
  }

  FontException(String message, Throwable cause) {
    super(message, cause);
  }
}

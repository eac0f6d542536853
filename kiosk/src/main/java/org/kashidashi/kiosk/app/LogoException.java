package org.kashidashi.kiosk.app;

/** The library's logo cannot be read or drawn. */
final class LogoException extends Exception {
  private static final long serialVersionUID = 1L;

  LogoException(String message, Exception cause) {
    super(message, cause);
  }
}

package org.kashidashi.central.http;

/** The address cannot be listened on, most often because somebody else does. */
public final class ListenException extends Exception {
  private static final long serialVersionUID = 1L;

  ListenException(String message, Throwable cause) {
    super(message, cause);
  }
}

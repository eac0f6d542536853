package org.kashidashi.hal.display;

/** A file holds no picture that can be drawn; the message says why, and what to do. */
public final class PictureException extends Exception {
  private static final long serialVersionUID = 1L;

  PictureException(String message) {
    super(message);
  }
}

package org.kashidashi.sync.ils.central;

/** An answer that is not what the protocol says. The message names the field, never its value. */
public final class MalformedAnswerException extends Exception {
  private static final long serialVersionUID = 1L;

  public MalformedAnswerException(String message) {
    super(message);
  }
}

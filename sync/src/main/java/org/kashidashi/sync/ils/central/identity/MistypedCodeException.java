package org.kashidashi.sync.ils.central.identity;

/** What was typed is no enrolment code. The message says where to look, never what was typed. */
public final class MistypedCodeException extends Exception {
  private static final long serialVersionUID = 1L;

  MistypedCodeException(String message) {
    super(message);
  }
}

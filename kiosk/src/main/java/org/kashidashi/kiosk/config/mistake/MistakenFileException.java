package org.kashidashi.kiosk.config.mistake;

import java.io.IOException;
import java.util.List;

/** A file of the configuration gives nothing at all, so that nothing can be compared with it. */
public final class MistakenFileException extends IOException {
  private static final long serialVersionUID = 1L;

  @SuppressWarnings("serial") // Never serialised; the list is unmodifiable.
  private final List<Mistake> mistakes;

  public MistakenFileException(List<Mistake> mistakes, Exception cause) {
    super(cause.getMessage(), cause);
    this.mistakes = List.copyOf(mistakes);
  }

  /** At least one. */
  public List<Mistake> mistakes() {
    return mistakes;
  }
}

package org.kashidashi.kiosk.config;

import java.util.List;
import java.util.stream.Collectors;
import org.kashidashi.kiosk.config.mistake.Mistake;

/** The configuration cannot be used; holds every mistake, not the first alone. */
public final class ConfigurationException extends Exception {
  private static final long serialVersionUID = 1L;

  @SuppressWarnings("serial") // Never serialised; the list is unmodifiable.
  private final List<Mistake> mistakes;

  ConfigurationException(List<Mistake> mistakes) {
    super(mistakes.stream()
        .map(mistake -> mistake.file() + ": " + mistake)
        .collect(Collectors.joining(System.lineSeparator())));
    this.mistakes = List.copyOf(mistakes);
  }

  /** In the order of the file. At least one. */
  public List<Mistake> mistakes() {
    return mistakes;
  }
}

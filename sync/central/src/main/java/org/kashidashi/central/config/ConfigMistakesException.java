package org.kashidashi.central.config;

import java.util.List;
import java.util.stream.Collectors;

/** The configuration file cannot be used; all that is wrong in it. */
public final class ConfigMistakesException extends Exception {
  private static final long serialVersionUID = 1L;

  public ConfigMistakesException(String file, List<Mistake> mistakes) {
    super(mistakes.stream()
        .map(mistake -> mistake.in(file))
        .collect(Collectors.joining(System.lineSeparator())));
  }
}

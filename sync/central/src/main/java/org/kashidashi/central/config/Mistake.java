package org.kashidashi.central.config;

/**
 * One thing that is wrong in the configuration file.
 *
 * @param line from 1, or 0 if it is about something that is not there
 * @param problem what is wrong, with the value
 * @param remedy what to write instead
 */
public record Mistake(int line, String problem, String remedy) {
  /** In the form that editors know: file, line, text. */
  public String in(String file) {
    String place = line > 0 ? "%s:%d".formatted(file, line) : file;
    return "%s: %s; %s".formatted(place, problem, remedy);
  }
}

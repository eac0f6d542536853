package org.kashidashi.kiosk.config;

/**
 * One thing that is wrong in the configuration.
 *
 * @param file in which it is wrong
 * @param line where, from 1; 0 if it is about the file as a whole
 * @param key the setting or section, in dotted form; empty if it is about the file as a whole
 * @param problem what is wrong, with the value
 * @param remedy what to do
 */
public record Mistake(String file, int line, String key, String problem, String remedy) {
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    if (line > 0) {
      text.append("line ").append(line).append(": ");
    }
    if (!key.isEmpty()) {
      text.append(key).append(": ");
    }
    return text.append(problem).append("; ").append(remedy).toString();
  }
}

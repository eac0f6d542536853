package org.kashidashi.kiosk.config.mistake;

/**
 * One thing that is wrong in the configuration.
 *
 * @param file in which it is wrong; empty if it is in no file yet
 * @param line where, from 1; 0 if it is about the file as a whole
 * @param key the setting or section, in dotted form; empty if it is about the file as a whole
 * @param problem what is wrong, with the value
 * @param remedy what to do
 */
public record Mistake(String file, int line, String key, Wording problem, Wording remedy) {
  /** As the commands of a shell tell it, without the file. */
  @Override
  public String toString() {
    return MistakeWords.english().text(this);
  }
}

package org.kashidashi.kiosk.screen;

import java.util.Collections;
import java.util.Enumeration;
import java.util.ResourceBundle;

/**
 * Words as they are said: those under a key that begins with {@link #PREFIX} in place of those
 * under the rest of that key.
 */
final class SpokenWords extends ResourceBundle {
  static final String PREFIX = "spoken.";

  private final ResourceBundle first;
  private final ResourceBundle words;

  /**
   * @param first may say a word otherwise
   * @param words may do so, too, and has every word
   */
  SpokenWords(ResourceBundle first, ResourceBundle words) {
    this.first = first;
    this.words = words;
  }

  @Override
  protected Object handleGetObject(String key) {
    String spoken = PREFIX + key;
    if (first.containsKey(spoken)) {
      return first.getString(spoken);
    }
    return words.containsKey(spoken) ? words.getString(spoken) : words.getObject(key);
  }

  @Override
  public boolean containsKey(String key) {
    return words.containsKey(key);
  }

  @Override
  public Enumeration<String> getKeys() {
    return Collections.enumeration(words.keySet());
  }
}

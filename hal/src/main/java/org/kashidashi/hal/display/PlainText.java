package org.kashidashi.hal.display;

import java.util.ArrayList;
import java.util.List;

/**
 * Tells text that is shown as it is: each of its characters is a grapheme, and none needs composing
 * or replacing. Nearly all text of a kiosk is so, and taking it apart by the rules for all scripts
 * costs a hundred times as much as looking at each character.
 */
final class PlainText {
  /**
   * Ranges, both ends included: ASCII, accented Latin letters, arrows, frames and geometric shapes,
   * Japanese punctuation without the marks that combine, kana, kanji, Hangul syllables, wide forms,
   * half-width katakana without its voicing marks.
   */
  private static final String[] RANGES = {
    " ~",
    "\u00C0\u00D6",
    "\u00D8\u00F6",
    "\u00F8\u017F",
    "\u01A0\u01A1",
    "\u01AF\u01B0",
    "\u1EA0\u1EF9",
    "\u2190\u21FF",
    "\u2500\u25FF",
    "\u3000\u3029",
    "\u3041\u3096",
    "\u30A0\u30FF",
    "\u4E00\u9FFF",
    "\uAC00\uD7A3",
    "\uFF01\uFF5E",
    "\uFF61\uFF9D"
  };

  private PlainText() {}

  static boolean is(String text) {
    for (int at = 0; at < text.length(); at++) {
      if (!is(text.charAt(at))) {
        return false;
      }
    }
    return true;
  }

  static boolean is(char character) {
    for (String range : RANGES) {
      if (character <= range.charAt(1)) {
        return character >= range.charAt(0);
      }
    }
    return false;
  }

  /** Of text that is so. */
  static List<String> characters(String text) {
    List<String> characters = new ArrayList<>(text.length());
    for (int at = 0; at < text.length(); at++) {
      characters.add(text.substring(at, at + 1));
    }
    return characters;
  }
}

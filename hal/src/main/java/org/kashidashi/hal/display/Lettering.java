package org.kashidashi.hal.display;

import com.googlecode.lanterna.SGR;
import com.googlecode.lanterna.TextCharacter;

/**
 * From which font narrow letters are taken: all of a text from the same one, since letters of two
 * fonts within a word are hard to read.
 */
public enum Lettering {
  /** From the font that sets the look. */
  JAPANESE,
  /** From the first font that has the letters of Vietnamese, which Japanese fonts lack. */
  VIETNAMESE;

  /**
   * Stands for {@link #VIETNAMESE} in a cell, where Lanterna has no room for a font: ECMA-48, 8.3.117
   * SGR, parameter 20 asks for another typeface. No terminal is sent it.
   */
  public static final SGR MARK = SGR.FRAKTUR;

  /** What the text needs to be of one font. */
  static Lettering of(String text) {
    for (int at = 0; at < text.length(); at++) {
      if (isVietnamese(text.charAt(at))) {
        return VIETNAMESE;
      }
    }
    return JAPANESE;
  }

  static Lettering of(TextCharacter character) {
    return character.getModifiers().contains(MARK) ? VIETNAMESE : JAPANESE;
  }

  /** Letters with horn, or with two accents or a dot below (Latin Extended Additional). */
  private static boolean isVietnamese(char letter) {
    return (letter >= 0x1EA0 && letter <= 0x1EF9)
        || letter == 0x1A0
        || letter == 0x1A1
        || letter == 0x1AF
        || letter == 0x1B0;
  }
}

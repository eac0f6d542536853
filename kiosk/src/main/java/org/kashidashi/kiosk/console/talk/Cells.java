package org.kashidashi.kiosk.console.talk;

import java.util.ArrayList;
import java.util.List;
import org.jline.utils.WCWidth;

/** Measures and breaks text in the cells of a terminal, where a kanji takes two. */
final class Cells {
  private Cells() {}

  static int width(String text) {
    return text.codePoints().map(Cells::width).sum();
  }

  /** The text, with blanks behind it up to a width; longer text stays as it is. */
  static String padded(String text, int width) {
    return text + " ".repeat(Math.max(0, width - width(text)));
  }

  /**
   * Rows no wider than given, broken at blanks where there are any.
   *
   * @param width at least 2
   */
  static List<String> rows(String text, int width) {
    List<String> rows = new ArrayList<>();
    String rest = text;
    while (width(rest) > width) {
      int end = end(rest, width);
      rows.add(rest.substring(0, end).stripTrailing());
      rest = rest.substring(end).stripLeading();
    }
    rows.add(rest);
    return rows;
  }

  /** Where the first row ends: after its last blank unless that is early, or where it is full. */
  private static int end(String text, int width) {
    int cells = 0;
    int at = 0;
    int blank = 0;
    while (at < text.length()) {
      int sign = text.codePointAt(at);
      cells += width(sign);
      if (cells > width) {
        break;
      }
      at += Character.charCount(sign);
      // Japanese has few blanks: a row that would end at an early one is broken anywhere.
      if (sign == ' ' && cells * 2 >= width) {
        blank = at;
      }
    }
    boolean atBlank = at < text.length() && text.charAt(at) == ' ';
    return blank == 0 || atBlank ? at : blank;
  }

  private static int width(int sign) {
    return Math.max(0, WCWidth.wcwidth(sign));
  }
}

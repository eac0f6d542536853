package org.kashidashi.kiosk.console.talk;

import java.util.ArrayList;
import java.util.List;
import org.jline.utils.WCWidth;

/** Measures and breaks text in the cells of a terminal, where a kanji takes two. */
final class Cells {
  private static final String NEVER_FIRST = "、。,.)」』】!?:;ー々っゃゅょぁぃぅぇぉッャュョァィゥェォ";

  /** Between two columns. */
  private static final int GAP = 2;

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
    return blank == 0 || atBlank ? before(text, at) : blank;
  }

  /** Some signs never begin a row (JIS X 4051): one more sign goes with them. */
  private static int before(String text, int at) {
    int end = at;
    while (end < text.length()
        && NEVER_FIRST.indexOf(text.codePointAt(end)) >= 0
        && text.offsetByCodePoints(end, -1) > 0) {
      end = text.offsetByCodePoints(end, -1);
    }
    return end;
  }

  /** Words side by side in columns of the same width, read downwards; no row is wider than given. */
  static List<String> columns(List<String> words, int width) {
    int cell = words.stream().mapToInt(Cells::width).max().orElse(0) + GAP;
    int across = Math.max(1, (width + GAP) / cell);
    int down = (words.size() + across - 1) / across;
    List<String> rows = new ArrayList<>();
    for (int row = 0; row < down; row++) {
      StringBuilder text = new StringBuilder();
      for (int at = row; at < words.size(); at += down) {
        text.append(padded(words.get(at), cell));
      }
      rows.add(text.toString().stripTrailing());
    }
    return rows;
  }

  private static int width(int sign) {
    return Math.max(0, WCWidth.wcwidth(sign));
  }
}

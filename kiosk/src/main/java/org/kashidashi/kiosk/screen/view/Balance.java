package org.kashidashi.kiosk.screen.view;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.kashidashi.hal.display.Cells;

/**
 * Breaks text into rows of much the same length, so that no last syllable stands alone. Pure.
 *
 * <p>Japanese may be broken nearly anywhere, but is read best in phrases: where that takes no more
 * rows, it is broken between them, and else not within a word of katakana, a
 * time or a telephone number.
 */
final class Balance {
  private Balance() {}

  /** In as few rows as the columns allow, and in the fewest columns that give so few. */
  static List<String> wrap(String text, int columns) {
    List<String> rows = Cells.wrap(text, columns);
    if (rows.size() <= 1) {
      return rows;
    }
    return even(text, columns, rows.size(), Balance::phrases)
        .or(() -> even(text, columns, rows.size(), Balance::words))
        .orElseGet(() -> anywhere(text, columns, rows.size()));
  }

  /** Each row as full as whole words let it be. */
  static List<String> full(String text, int columns) {
    return fill(text, columns, Balance::words).orElseGet(() -> Cells.wrap(text, columns));
  }

  private static List<String> anywhere(String text, int columns, int rows) {
    int tooFew = (Cells.columns(text) - 1) / rows;
    int enough = columns;
    while (enough - tooFew > 1) {
      int middle = (tooFew + enough) / 2;
      if (middle >= 2 && Cells.wrap(text, middle).size() == rows) {
        enough = middle;
      } else {
        tooFew = middle;
      }
    }
    return Cells.wrap(text, enough);
  }

  /** Whole pieces alone, if that takes no more rows. */
  private static Optional<List<String>> even(
      String text, int columns, int rows, Function<String, List<String>> pieces) {
    Optional<List<String>> best = Optional.empty();
    for (int width = columns; width > 0; width--) {
      Optional<List<String>> filled = fill(text, width, pieces).filter(each -> each.size() == rows);
      if (filled.isEmpty()) {
        return best;
      }
      best = filled;
    }
    return best;
  }

  private static Optional<List<String>> fill(
      String text, int width, Function<String, List<String>> pieces) {
    List<String> rows = new ArrayList<>();
    for (String line : text.lines().toList()) {
      StringBuilder row = new StringBuilder();
      for (String piece : pieces.apply(line)) {
        if (Cells.columns(piece.stripTrailing()) > width) {
          return Optional.empty();
        }
        if (!row.isEmpty() && Cells.columns((row + piece).stripTrailing()) > width) {
          rows.add(row.toString().stripTrailing());
          row.setLength(0);
        }
        row.append(piece);
      }
      rows.add(row.toString().stripTrailing());
    }
    return Optional.of(rows);
  }

  private static List<String> phrases(String line) {
    List<String> phrases = new ArrayList<>();
    int start = 0;
    for (int blank = line.indexOf(' '); blank >= 0; blank = line.indexOf(' ', start)) {
      phrases.add(line.substring(start, blank + 1));
      start = blank + 1;
    }
    phrases.add(line.substring(start));
    return phrases;
  }

  private static List<String> words(String line) {
    BreakIterator breaks = BreakIterator.getLineInstance(Locale.JAPANESE);
    breaks.setText(line);
    List<String> words = new ArrayList<>();
    int start = breaks.first();
    for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
      if (end == line.length() || !together(line.charAt(end - 1), line.charAt(end))) {
        words.add(line.substring(start, end));
        start = end;
      }
    }
    return words;
  }

  /** A word from abroad with its particle, a number and what is counted, times and telephones. */
  private static boolean together(char before, char after) {
    if (katakana(before)) {
      return katakana(after)
          || Character.UnicodeScript.of(after) == Character.UnicodeScript.HIRAGANA;
    }
    return digit(before)
        ? Character.isIdeographic(after)
        : (before == ':' || before == '-') && digit(after);
  }

  private static boolean digit(char letter) {
    return letter >= '0' && letter <= '9';
  }

  private static boolean katakana(char letter) {
    return letter == 'ー' || Character.UnicodeScript.of(letter) == Character.UnicodeScript.KATAKANA;
  }
}

package org.kashidashi.kiosk.screen.view;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Stream;
import org.kashidashi.hal.display.Cells;

/**
 * Breaks text into rows of much the same length, so that no last syllable stands alone. Pure.
 *
 * <p>Japanese may be broken nearly anywhere, but is read best in phrases: as far as they fit, it is
 * broken between them, and else not within a word of katakana, a time or a telephone number.
 */
final class Balance {
  /** They begin a word and never end one. */
  private static final String HONORIFICS = "おご";

  private static final String CLOSINGS = "」』)";

  /** Written for nothing but the particle. */
  private static final char OBJECT = 'を';

  private Balance() {}

  /** In as few rows as the columns allow, and in the fewest columns that give so few. */
  static List<String> wrap(String text, int columns) {
    List<String> rows = Cells.wrap(text, columns);
    if (rows.size() <= 1) {
      return rows;
    }
    return even(text, columns, rows.size(), Balance::spaced)
        .or(() -> even(text, columns, rows.size(), Balance::phrases))
        .or(() -> even(text, columns, rows.size(), Balance::words))
        .orElseGet(() -> anywhere(text, columns, rows.size()));
  }

  /** Each row as full as whole phrases let it be; what is wider than a row is broken in words. */
  static List<String> full(String text, int columns) {
    return fill(pieces(text, line -> finer(phrases(line), columns, Balance::words)), columns)
        .orElseGet(() -> Cells.wrap(text, columns));
  }

  private static List<String> finer(
      List<String> pieces, int columns, Function<String, List<String>> parts) {
    return pieces.stream()
        .flatMap(piece -> Cells.columns(piece.stripTrailing()) > columns
            ? parts.apply(piece).stream()
            : Stream.of(piece))
        .toList();
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
    List<List<String>> lines = pieces(text, pieces);
    Optional<List<String>> best = Optional.empty();
    int width = columns;
    while (width > 0) {
      Optional<List<String>> filled = fill(lines, width).filter(each -> each.size() == rows);
      if (filled.isEmpty()) {
        return best;
      }
      best = filled;
      // Down to its widest row it would be filled alike.
      width = filled.get().stream().mapToInt(Cells::columns).max().orElse(0) - 1;
    }
    return best;
  }

  private static List<List<String>> pieces(String text, Function<String, List<String>> cutting) {
    return text.lines().map(cutting).toList();
  }

  private static Optional<List<String>> fill(List<List<String>> lines, int width) {
    List<String> rows = new ArrayList<>();
    for (List<String> pieces : lines) {
      StringBuilder row = new StringBuilder();
      for (String piece : pieces) {
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

  /** As whoever wrote the text has spaced it. */
  private static List<String> spaced(String line) {
    List<String> phrases = new ArrayList<>();
    int start = 0;
    for (int blank = line.indexOf(' '); blank >= 0; blank = line.indexOf(' ', start)) {
      phrases.add(line.substring(start, blank + 1));
      start = blank + 1;
    }
    phrases.add(line.substring(start));
    return phrases;
  }

  /** A word with the particles and endings after it, which are hiragana. */
  private static List<String> phrases(String line) {
    return cut(line, Balance::endsPhrase);
  }

  private static boolean endsPhrase(char before, char after) {
    boolean particle = CLOSINGS.indexOf(before) >= 0 && (hiragana(after) || hangul(after));
    boolean pause =
        !particle && (!Character.isLetterOrDigit(before) || !Character.isLetterOrDigit(after));
    boolean ending = hiragana(before) && HONORIFICS.indexOf(before) < 0 && !hiragana(after);
    return endsWord(before, after) && (pause || ending || before == OBJECT);
  }

  private static List<String> words(String line) {
    return cut(line, Balance::endsWord);
  }

  private static List<String> cut(String line, BiPredicate<Character, Character> ends) {
    BreakIterator breaks = BreakIterator.getLineInstance(Locale.JAPANESE);
    breaks.setText(line);
    List<String> pieces = new ArrayList<>();
    int start = breaks.first();
    for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
      if (end == line.length() || ends.test(line.charAt(end - 1), line.charAt(end))) {
        pieces.add(line.substring(start, end));
        start = end;
      }
    }
    return pieces;
  }

  /** Not so a word from abroad with its particle, a number and what is counted, a telephone. */
  private static boolean endsWord(char before, char after) {
    if (katakana(before)) {
      return !katakana(after) && !hiragana(after);
    }
    return digit(before)
        ? !Character.isIdeographic(after)
        : (before != ':' && before != '-') || !digit(after);
  }

  private static boolean digit(char letter) {
    return letter >= '0' && letter <= '9';
  }

  private static boolean hiragana(char letter) {
    return Character.UnicodeScript.of(letter) == Character.UnicodeScript.HIRAGANA;
  }

  private static boolean hangul(char letter) {
    return Character.UnicodeScript.of(letter) == Character.UnicodeScript.HANGUL;
  }

  private static boolean katakana(char letter) {
    return letter == 'ー' || Character.UnicodeScript.of(letter) == Character.UnicodeScript.KATAKANA;
  }
}

package org.kashidashi.hal.display;

import com.googlecode.lanterna.TerminalSize;
import com.googlecode.lanterna.TextCharacter;
import com.googlecode.lanterna.graphics.TextImage;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Lays text into cells so that columns stay aligned whatever the text holds. Pure.
 *
 * <p>Use this, not {@code TextGraphics.putString}: that one tears characters outside the basic
 * plane apart, and takes Bopomofo, ￥ or ㎏ for narrow.
 *
 * <p>Characters that no terminal places reliably are shown as 〓, in two cells: control and
 * bidirectional controls, right-to-left scripts, emoji made of several, private use, narrow letters
 * outside the basic plane, marks that do not compose. Tabs and line ends become one space.
 */
public final class Cells {
  /** Two full stops: the ellipsis itself is one cell wide in some fonts, and two in others. */
  private static final String CUT = "..";

  private Cells() {}

  /** The columns that the text takes in one row. */
  public static int columns(String text) {
    if (!PlainText.is(text)) {
      return columns(Graphemes.of(text));
    }
    int columns = 0;
    for (int at = 0; at < text.length(); at++) {
      columns += CharacterWidth.of(text.charAt(at));
    }
    return columns;
  }

  /** 1 or 2: the columns that a placed character takes. */
  public static int columns(TextCharacter character) {
    return Graphemes.columns(character.getCharacterString());
  }

  /**
   * Whether every terminal takes as many columns for this character as we do; a driver places the
   * cursor anew after all others.
   */
  public static boolean isWidthAgreed(String character) {
    return character.codePoints().allMatch(CharacterWidth::isAgreed);
  }

  /** The text, cut to at most so many columns, never within a character; a cut ends with "..". */
  public static String fit(String text, int columns) {
    List<String> graphemes = Graphemes.of(text);
    if (columns(graphemes) <= columns) {
      return String.join("", graphemes);
    }
    String mark = CUT.substring(0, Math.clamp(columns, 0, CUT.length()));
    return String.join("", head(graphemes, columns - mark.length())) + mark;
  }

  /** The text in exactly so many columns: cut, or filled with spaces on the right. */
  public static String fill(String text, int columns) {
    String fitted = fit(text, columns);
    return fitted + " ".repeat(Math.max(0, columns - columns(fitted)));
  }

  /** The text in exactly so many columns, in the middle; an odd space goes to the right. */
  public static String centre(String text, int columns) {
    String fitted = fit(text, columns);
    return fill(" ".repeat(Math.max(0, (columns - columns(fitted)) / 2)) + fitted, columns);
  }

  /**
   * The text in rows of at most so many columns, broken where the language allows it: between
   * words, and not before 「。」 or a closing bracket. A word longer than a row is broken anyway.
   *
   * @param columns at least 2, so that every character finds a place
   */
  public static List<String> wrap(String text, int columns) {
    if (columns < 2) {
      throw new IllegalArgumentException("%d columns, need at least 2".formatted(columns));
    }
    List<String> rows = new ArrayList<>();
    text.lines().forEach(line -> wrapLine(line, columns, rows));
    return rows;
  }

  /**
   * Places the text, cut at the right edge as {@link #fit} does. A text with a letter of Vietnamese
   * takes all its letters from the same font.
   *
   * @return the column after the text
   */
  public static int put(TextImage image, int column, int row, String text, CellStyle style) {
    TerminalSize size = image.getSize();
    if (column < 0 || column > size.getColumns() || row < 0 || row >= size.getRows()) {
      throw new IndexOutOfBoundsException(
          "cell (%d, %d) outside %s".formatted(column, row, size.toString()));
    }
    int at = column;
    String fitted = fit(text, size.getColumns() - column);
    boolean whole = Lettering.of(fitted) == Lettering.VIETNAMESE;
    CellStyle painted = whole ? style.with(Lettering.VIETNAMESE) : style;
    TextCharacter placed = painted.blank();
    for (String grapheme : Graphemes.of(fitted)) {
      boolean narrow = Graphemes.columns(grapheme) == 1;
      CellStyle one = narrow ? painted : painted.with(Lettering.JAPANESE);
      // To make one takes long, and most cells are like the one before: blanks, and frames.
      if (!placed.getCharacterString().equals(grapheme)) {
        placed = one.character(grapheme);
      }
      at += place(image, at, row, placed);
    }
    return at;
  }

  /** Copies all cells, to stand with their top left cell at (column, row); all must find room. */
  public static void copy(TextImage from, TextImage to, int column, int row) {
    for (int y = 0; y < from.getSize().getRows(); y++) {
      int x = 0;
      while (x < from.getSize().getColumns()) {
        x += place(to, column + x, row + y, from.getCharacterAt(x, y));
      }
    }
  }

  /** The image as text, one string a row: a wide character stands once, and nothing is cut off. */
  public static List<String> rows(TextImage image) {
    List<String> rows = new ArrayList<>();
    for (int row = 0; row < image.getSize().getRows(); row++) {
      StringBuilder text = new StringBuilder();
      int column = 0;
      while (column < image.getSize().getColumns()) {
        TextCharacter character = image.getCharacterAt(column, row);
        text.append(character.getCharacterString());
        column += columns(character);
      }
      rows.add(text.toString());
    }
    return rows;
  }

  /** The second cell is left alone where Lanterna sees to it: setting it would blank the first. */
  private static int place(TextImage image, int column, int row, TextCharacter character) {
    image.setCharacterAt(column, row, character);
    int columns = columns(character);
    boolean hasSecond = columns == 2 && column + 1 < image.getSize().getColumns();
    if (hasSecond && !character.isDoubleWidth()) {
      image.setCharacterAt(column + 1, row, character.withCharacter(' '));
    }
    return columns;
  }

  private static int columns(List<String> graphemes) {
    return graphemes.stream().mapToInt(Graphemes::columns).sum();
  }

  private static List<String> head(List<String> graphemes, int columns) {
    int taken = 0;
    int count = 0;
    while (count < graphemes.size() && taken + Graphemes.columns(graphemes.get(count)) <= columns) {
      taken += Graphemes.columns(graphemes.get(count));
      count++;
    }
    return graphemes.subList(0, count);
  }

  private static void wrapLine(String line, int columns, List<String> rows) {
    String visible = line.stripTrailing();
    if (PlainText.is(line) && columns(visible) <= columns) {
      rows.add(visible);
      return;
    }
    BreakIterator breaks = BreakIterator.getLineInstance(Locale.JAPANESE);
    breaks.setText(line);
    StringBuilder row = new StringBuilder();
    int start = breaks.first();
    for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
      String word = String.join("", Graphemes.of(line.substring(start, end)));
      if (!row.isEmpty() && columns(row + word.stripTrailing()) > columns) {
        rows.add(row.toString().stripTrailing());
        row.setLength(0);
      }
      row.append(breakLongWord(word, columns, rows));
      start = end;
    }
    rows.add(row.toString().stripTrailing());
  }

  /** Gives what is left of the word for the next row. */
  private static String breakLongWord(String word, int columns, List<String> rows) {
    if (columns(word.stripTrailing()) <= columns) {
      return word;
    }
    List<String> graphemes = Graphemes.of(word);
    while (columns(String.join("", graphemes).stripTrailing()) > columns) {
      List<String> head = head(graphemes, columns);
      rows.add(String.join("", head));
      graphemes = graphemes.subList(head.size(), graphemes.size());
    }
    return String.join("", graphemes);
  }
}

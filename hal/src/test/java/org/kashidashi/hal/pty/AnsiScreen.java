package org.kashidashi.hal.pty;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * As much of a terminal as the panel needs, and stricter: it refuses control characters and
 * sequences that it does not know. How wide it draws characters of unclear width is its own choice.
 */
public final class AnsiScreen {
  /** What a terminal may be set to draw as wide as a kanji, of what Unicode leaves open. */
  public enum DrawnWide {
    NOTHING,
    SYMBOLS,
    SYMBOLS_AND_FRAMES
  }

  private static final Pattern SEQUENCE = Pattern.compile("\u001b\\[(\\??)([0-9;]*)([A-Za-z])");
  private static final String SECOND_CELL = "";

  private final int columns;
  private final DrawnWide drawnWide;
  private final String[][] cells;
  private final Set<String> modes = new TreeSet<>();
  private int column;
  private int row;
  private int bells;

  public AnsiScreen(int columns, int rows, DrawnWide drawnWide) {
    this.columns = columns;
    this.drawnWide = drawnWide;
    this.cells = new String[rows][columns];
    clear();
  }

  public void feed(byte[] octets) {
    String text = new String(octets, StandardCharsets.UTF_8);
    Matcher sequence = SEQUENCE.matcher(text);
    int at = 0;
    while (at < text.length()) {
      int codePoint = text.codePointAt(at);
      if (codePoint == 0x1B) {
        if (!sequence.find(at) || sequence.start() != at) {
          throw new AssertionError("unknown sequence at " + at);
        }
        control(sequence.group(1), sequence.group(2), sequence.group(3));
        at = sequence.end();
      } else {
        print(codePoint);
        at += Character.charCount(codePoint);
      }
    }
  }

  public List<String> rows() {
    return Arrays.stream(cells).map(row -> String.join("", row)).toList();
  }

  /** The private modes that are on. */
  public Set<String> modes() {
    return modes;
  }

  public int bells() {
    return bells;
  }

  private void control(String mark, String arguments, String command) {
    List<String> numbers = new ArrayList<>(List.of(arguments.split(";")));
    switch (mark + command) {
      case "H" -> {
        row = Integer.parseInt(numbers.get(0)) - 1;
        column = Integer.parseInt(numbers.get(1)) - 1;
      }
      case "J" -> clear();
      case "m" -> {}
      case "?h" -> modes.add(arguments);
      case "?l" -> modes.remove(arguments);
      default -> throw new AssertionError("unknown sequence " + mark + arguments + command);
    }
  }

  private void print(int codePoint) {
    if (codePoint == 7) {
      bells++;
      return;
    }
    if (codePoint < 0x20 || (codePoint >= 0x7F && codePoint < 0xA0) || codePoint == 0xFFFD) {
      throw new AssertionError("control character %02x".formatted(codePoint));
    }
    if (Character.getType(codePoint) == Character.NON_SPACING_MARK) {
      cells[row][column - 2] += Character.toString(codePoint);
      return;
    }
    int width = width(codePoint);
    blankHalfOfWide(column);
    blankHalfOfWide(Math.min(columns - 1, column + width - 1));
    cells[row][column] = Character.toString(codePoint);
    if (width == 2 && column + 1 < columns) {
      cells[row][column + 1] = SECOND_CELL;
    }
    column = Math.min(column + width, columns - 1);
  }

  /** A wide character of which one half is overwritten vanishes. */
  private void blankHalfOfWide(int at) {
    if (cells[row][at].isEmpty()) {
      cells[row][at - 1] = " ";
      cells[row][at] = " ";
    } else if (at + 1 < columns && cells[row][at + 1].isEmpty()) {
      cells[row][at + 1] = " ";
    }
  }

  private int width(int codePoint) {
    if (codePoint < 0x100 && codePoint != 0xD7) {
      return 1;
    }
    if (codePoint >= 0x20000
        || (codePoint >= 0x1100 && codePoint < 0x1160)
        || (codePoint >= 0x2E80 && codePoint < 0xD800)
        || (codePoint >= 0xFF01 && codePoint <= 0xFF60)
        || (codePoint >= 0xFFE0 && codePoint <= 0xFFE6)) {
      return 2;
    }
    boolean frame = codePoint >= 0x2500 && codePoint <= 0x259F;
    boolean unclear = codePoint == 0xD7 || (codePoint >= 0x2000 && codePoint < 0x2E80);
    return unclear && drawnWide.compareTo(frame ? DrawnWide.SYMBOLS : DrawnWide.NOTHING) > 0
        ? 2
        : 1;
  }

  private void clear() {
    for (String[] cellsOfRow : cells) {
      Arrays.fill(cellsOfRow, " ");
    }
  }
}

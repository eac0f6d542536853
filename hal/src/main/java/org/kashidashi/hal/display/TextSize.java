package org.kashidashi.hal.display;

import com.googlecode.lanterna.TerminalSize;
import com.googlecode.lanterna.graphics.TextImage;

/** How large text is shown. A size has its own columns and rows, since everything is cells. */
public enum TextSize {
  /** Kanji in rows of 2.8 mm are read at arm's length, in rows of 7 mm from two steps away. */
  NORMAL(2.8, 7, 2, 4),
  /** Twice as large on wide glass, half as large again on narrow glass. */
  LARGE(4.2, 14, 1, 3);

  /** Below this, no line of 60 columns finds room. */
  private static final int NARROW_PIXELS = 600;

  private final double leastRowMillimetres;
  private final double largestRowMillimetres;
  private final int buttonLines;
  private final int buttonRows;

  TextSize(
      double leastRowMillimetres, double largestRowMillimetres, int buttonLines, int buttonRows) {
    this.leastRowMillimetres = leastRowMillimetres;
    this.largestRowMillimetres = largestRowMillimetres;
    this.buttonLines = buttonLines;
    this.buttonRows = buttonRows;
  }

  /**
   * Of which text an image is.
   *
   * @throws IllegalArgumentException if the display has no such size
   */
  public static TextSize of(Display display, TextImage image) {
    for (TextSize size : values()) {
      if (display.size(size).equals(image.getSize())) {
        return size;
      }
    }
    throw new IllegalArgumentException("image of %s for a panel of %s or %s"
        .formatted(image.getSize(), display.size(NORMAL), display.size(LARGE)));
  }

  /** Columns and rows that the screens need on glass of so many pixels. */
  public TerminalSize least(int width, int height) {
    boolean narrow = width < height && width < NARROW_PIXELS;
    return switch (this) {
      case NORMAL -> new TerminalSize(narrow ? 30 : 60, 22);
      case LARGE -> narrow ? new TerminalSize(20, 15) : new TerminalSize(30, 11);
    };
  }

  /** Whether rows so high can be read at arm's length, and cost no room that text could use. */
  boolean fitsEyes(double rowMillimetres) {
    return rowMillimetres >= leastRowMillimetres && rowMillimetres <= largestRowMillimetres;
  }

  /** How many rows more than the least buttons of so many rows take. */
  int rowsBeyond(int rowsOfButton) {
    return buttonLines * Math.max(0, rowsOfButton - buttonRows);
  }
}

package org.kashidashi.hal.display;

import com.googlecode.lanterna.TerminalSize;
import com.googlecode.lanterna.TextCharacter;
import com.googlecode.lanterna.TextColor;
import com.googlecode.lanterna.graphics.BasicTextImage;
import com.googlecode.lanterna.graphics.TextImage;

/** Pictures by which a person sees whether a panel shows what it should. */
public final class TestCard {
  /** What a person looks at. */
  public enum Picture {
    RED,
    GREEN,
    BLUE,
    WHITE,
    BLACK,
    /** A frame along the edge, a cross, squares, letters. */
    EDGES
  }

  private static final CellStyle PLAIN =
      new CellStyle(new TextColor.RGB(255, 255, 255), new TextColor.RGB(0, 0, 0));
  private static final CellStyle TARGET =
      new CellStyle(new TextColor.RGB(0, 0, 0), new TextColor.RGB(255, 255, 255));
  private static final String LETTERS = "ABC abc 0123 iIl1 あアン 貸出 済";

  private TestCard() {}

  /** How many cells of normal text fit beside each other. */
  public static int columns(Display display) {
    return display.size(TextSize.NORMAL).getColumns();
  }

  /** How many cells of normal text fit below each other. */
  public static int rows(Display display) {
    return display.size(TextSize.NORMAL).getRows();
  }

  public static void show(Display display, Picture picture) throws DisplayException {
    TextImage image = switch (picture) {
      case RED -> filled(display, new TextColor.RGB(255, 0, 0));
      case GREEN -> filled(display, new TextColor.RGB(0, 255, 0));
      case BLUE -> filled(display, new TextColor.RGB(0, 0, 255));
      case WHITE -> filled(display, new TextColor.RGB(255, 255, 255));
      case BLACK -> filled(display, new TextColor.RGB(0, 0, 0));
      case EDGES -> edges(display);
    };
    display.show(image);
  }

  /** A target for a finger, with its middle in this cell, which is not at the edge. */
  public static void showTarget(Display display, int column, int row) throws DisplayException {
    TextImage image = filled(display, new TextColor.RGB(0, 0, 0));
    for (int across = -1; across <= 1; across++) {
      image.setCharacterAt(column + across, row, TARGET.blank());
    }
    image.setCharacterAt(column, row, TARGET.character("+"));
    display.show(image);
  }

  private static TextImage filled(Display display, TextColor colour) {
    TextCharacter blank = new CellStyle(colour, colour).blank();
    TextImage image = new BasicTextImage(display.size(TextSize.NORMAL));
    image.setAll(blank);
    return image;
  }

  private static TextImage edges(Display display) {
    TextImage image = filled(display, new TextColor.RGB(0, 0, 0));
    TerminalSize size = image.getSize();
    int right = size.getColumns() - 1;
    int bottom = size.getRows() - 1;
    for (int column = 0; column <= right; column++) {
      put(image, column, 0, "─");
      put(image, column, bottom / 2, "─");
      put(image, column, bottom, "─");
    }
    for (int row = 0; row <= bottom; row++) {
      put(image, 0, row, "│");
      put(image, right / 2, row, "│");
      put(image, right, row, "│");
    }
    put(image, 0, 0, "┌");
    put(image, right, 0, "┐");
    put(image, 0, bottom, "└");
    put(image, right, bottom, "┘");
    put(image, right / 2, bottom / 2, "┼");
    squares(image, right / 2 + 2, 2);
    String letters = Cells.fit(LETTERS, Math.max(1, right / 2 - 3));
    Cells.put(image, 2, Math.min(2, bottom - 1), letters, PLAIN);
    return image;
  }

  /** A cell is twice as high as wide, so that two beside each other are a square. */
  private static void squares(TextImage image, int column, int row) {
    for (int number = 0; number < 3; number++) {
      image.setCharacterAt(column + 4 * number, row, TARGET.blank());
      image.setCharacterAt(column + 4 * number + 1, row, TARGET.blank());
    }
  }

  private static void put(TextImage image, int column, int row, String character) {
    image.setCharacterAt(column, row, PLAIN.character(character));
  }
}

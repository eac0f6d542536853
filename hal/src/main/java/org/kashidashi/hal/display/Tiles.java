package org.kashidashi.hal.display;

import com.googlecode.lanterna.TextCharacter;
import com.googlecode.lanterna.graphics.TextImage;

/**
 * Cells that show parts of a picture.
 *
 * <p>Lanterna's cells hold characters only. Each tile is a character for private use, which no text
 * of a screen has ({@link Graphemes}); it says how many cells the picture takes, and which one this
 * is. So what differs from the last image is found as with any other character.
 */
public final class Tiles {
  /** What the picture may take at most; with more there are too few characters. */
  public static final int MOST_ROWS = 3;

  public static final int MOST_COLUMNS = 24;

  private static final int FIRST = 0xE000;
  private static final int LARGEST = MOST_ROWS * MOST_COLUMNS;
  private static final int LAST = FIRST + LARGEST * LARGEST - 1;

  private Tiles() {}

  /** One tile of a picture that takes so many cells. */
  record Tile(int columns, int rows, int column, int row) {}

  /**
   * How many columns a picture takes that is shown as high as so many rows; 0 for none.
   *
   * @param room the columns that there are
   */
  public static int columns(Picture picture, int rows, int room) {
    if (picture == Picture.NONE) {
      return 0;
    }
    // Cells are twice as high as wide.
    int wanted = Math.ceilDiv(2 * rows * picture.width(), picture.height());
    return Math.clamp(room, 0, Math.min(wanted, MOST_COLUMNS));
  }

  /** Places the picture that the display knows, on the ground of the style. */
  public static void put(
      TextImage image, int column, int row, int columns, int rows, CellStyle style) {
    if (columns < 1 || columns > MOST_COLUMNS || rows < 1 || rows > MOST_ROWS) {
      throw new IllegalArgumentException("picture of %d x %d cells, at most %d x %d"
          .formatted(columns, rows, MOST_COLUMNS, MOST_ROWS));
    }
    int first = FIRST + ((rows - 1) * MOST_COLUMNS + columns - 1) * LARGEST;
    for (int tile = 0; tile < columns * rows; tile++) {
      String character = Character.toString(first + tile);
      image.setCharacterAt(
          column + tile % columns, row + tile / columns, style.character(character));
    }
  }

  static boolean isTile(TextCharacter character) {
    int codePoint = character.getCharacterString().codePointAt(0);
    return codePoint >= FIRST && codePoint <= LAST;
  }

  static Tile of(TextCharacter character) {
    int code = character.getCharacterString().codePointAt(0) - FIRST;
    int columns = code / LARGEST % MOST_COLUMNS + 1;
    int rows = code / LARGEST / MOST_COLUMNS + 1;
    int tile = code % LARGEST;
    return new Tile(columns, rows, tile % columns, tile / columns);
  }
}

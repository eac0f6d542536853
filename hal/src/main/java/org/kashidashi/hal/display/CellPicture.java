package org.kashidashi.hal.display;

import com.googlecode.lanterna.TerminalSize;
import com.googlecode.lanterna.TextCharacter;
import com.googlecode.lanterna.graphics.TextImage;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/**
 * Draws cells as pixels: the same image gives the same picture on every machine.
 *
 * <p>Belongs to one thread; closing it frees its fonts. For documents and tests: drivers
 * paint with {@link CellPainter}, without a toolkit for windows.
 */
public final class CellPicture implements AutoCloseable {
  /** The size of a half-width cell that the kiosk's own pictures use. */
  public static final int CELL_WIDTH = 16;

  public static final int CELL_HEIGHT = 32;

  private final CellPainter painter;
  private final int cellWidth;
  private final int cellHeight;

  /**
   * @param cellWidth pixels of a half-width cell, 4 to 256
   * @param cellHeight pixels, 8 to 512
   * @throws IllegalArgumentException if the first font, or FreeType, is missing or cannot be used
   */
  public CellPicture(FontList fonts, int cellWidth, int cellHeight) {
    this.painter = new CellPainter(fonts, cellWidth, cellHeight, rgb -> rgb);
    this.cellWidth = cellWidth;
    this.cellHeight = cellHeight;
  }

  /** Fonts of Debian in cells of 16 x 32 pixels: what golden pictures are made with. */
  public static CellPicture standard() {
    return new CellPicture(FontList.debian(), CELL_WIDTH, CELL_HEIGHT);
  }

  /** An empty picture of the right size and kind for {@link #paintRow}. */
  public BufferedImage blank(TerminalSize size) {
    return new BufferedImage(
        size.getColumns() * cellWidth, size.getRows() * cellHeight, BufferedImage.TYPE_INT_RGB);
  }

  public BufferedImage render(TextImage image) {
    BufferedImage picture = blank(image.getSize());
    for (int row = 0; row < image.getSize().getRows(); row++) {
      paintRow(image, row, picture);
    }
    return picture;
  }

  /** Paints one row of cells over whatever was there. */
  public void paintRow(TextImage image, int row, BufferedImage picture) {
    int[] pixels = ((DataBufferInt) picture.getRaster().getDataBuffer()).getData();
    int columns = image.getSize().getColumns();
    int column = 0;
    while (column < columns) {
      TextCharacter character = image.getCharacterAt(column, row);
      int taken = Math.min(Cells.columns(character), columns - column);
      for (int half = 0; half < taken; half++) {
        int origin = row * cellHeight * picture.getWidth() + (column + half) * cellWidth;
        painter.paint(character, half, pixels, origin, 1, picture.getWidth());
      }
      column += taken;
    }
  }

  @Override
  public void close() {
    painter.close();
  }

  public byte[] toPng(TextImage image) {
    return png(render(image));
  }

  public static byte[] png(BufferedImage picture) {
    int width = picture.getWidth();
    int height = picture.getHeight();
    int[] rgb = picture.getRGB(0, 0, width, height, new int[width * height], 0, width);
    return new Pixels(width, height, rgb).toPng();
  }
}

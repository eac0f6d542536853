package org.kashidashi.hal.display;

import com.googlecode.lanterna.TerminalSize;
import com.googlecode.lanterna.TextCharacter;
import com.googlecode.lanterna.TextColor;
import com.googlecode.lanterna.graphics.TextImage;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/**
 * Draws cells as pixels: the same image gives the same picture on every machine.
 *
 * <p>A wide glyph is centred over two cells, a glyph too wide for its cells is squeezed into them,
 * frames join. Belongs to one thread.
 */
public final class CellPicture {
  /** The size of a half-width cell that the kiosk's own pictures use. */
  public static final int CELL_WIDTH = 16;

  public static final int CELL_HEIGHT = 32;

  private static final int DEFAULT_FOREGROUND = 0xE0E0E0;
  private static final int DEFAULT_BACKGROUND = 0x000000;

  private final GlyphMasks glyphs;
  private final int cellWidth;
  private final int cellHeight;

  /**
   * @param cellWidth pixels of a half-width cell, 4 to 256
   * @param cellHeight pixels, 8 to 512
   * @throws IllegalArgumentException if the first font is missing, or one cannot be used
   */
  public CellPicture(FontList fonts, int cellWidth, int cellHeight) {
    if (cellWidth < 4 || cellWidth > 256 || cellHeight < 8 || cellHeight > 512) {
      throw new IllegalArgumentException(
          "cell of %d x %d pixels, need 4 x 8 to 256 x 512".formatted(cellWidth, cellHeight));
    }
    this.glyphs = new GlyphMasks(fonts, cellWidth, cellHeight);
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
      int origin = row * cellHeight * picture.getWidth() + column * cellWidth;
      paint(character, taken, pixels, origin, picture.getWidth());
      column += taken;
    }
  }

  public byte[] toPng(TextImage image) {
    return png(render(image));
  }

  public static byte[] png(BufferedImage picture) {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    try {
      if (!ImageIO.write(picture, "png", png)) {
        throw new IllegalStateException("this Java runtime cannot write PNG");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e); // memory does not fail
    }
    return png.toByteArray();
  }

  private void paint(TextCharacter character, int columns, int[] pixels, int origin, int stride) {
    int foreground = rgb(character.getForegroundColor(), DEFAULT_FOREGROUND);
    int background = rgb(character.getBackgroundColor(), DEFAULT_BACKGROUND);
    int ink = character.isReversed() ? background : foreground;
    int paper = character.isReversed() ? foreground : background;
    byte[] mask = glyphs.of(character.getCharacterString(), character.isBold());
    int maskWidth = mask.length / cellHeight;
    int underline = character.isUnderlined() ? cellHeight - cellHeight / 16 - 1 : cellHeight;
    for (int y = 0; y < cellHeight; y++) {
      for (int x = 0; x < columns * cellWidth; x++) {
        int coverage = y >= underline ? 255 : mask[y * maskWidth + x] & 0xFF;
        pixels[origin + y * stride + x] = mix(paper, ink, coverage);
      }
    }
  }

  private static int rgb(TextColor colour, int byDefault) {
    return colour == TextColor.ANSI.DEFAULT
        ? byDefault
        : colour.getRed() << 16 | colour.getGreen() << 8 | colour.getBlue();
  }

  private static int mix(int paper, int ink, int coverage) {
    int mixed = 0;
    for (int shift = 0; shift <= 16; shift += 8) {
      int from = paper >> shift & 0xFF;
      int to = ink >> shift & 0xFF;
      mixed |= (from + (to - from) * coverage / 255) << shift;
    }
    return mixed;
  }
}

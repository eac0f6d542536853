package org.kashidashi.hal.driver.escpos;

import com.googlecode.lanterna.TerminalSize;
import com.googlecode.lanterna.TextCharacter;
import com.googlecode.lanterna.TextColor;
import com.googlecode.lanterna.graphics.BasicTextImage;
import java.util.List;
import org.kashidashi.hal.display.CellPainter;
import org.kashidashi.hal.display.CellStyle;
import org.kashidashi.hal.display.Cells;
import org.kashidashi.hal.display.FontList;
import org.kashidashi.hal.printer.Slip;

/**
 * Draws a slip as bands of black dots, one band a line, so that every printer prints every script.
 * Belongs to one thread.
 *
 * <p>White on the right is not sent, and of a white line one byte a row: feeding by that is exact
 * in dots on every printer, where the units of ESC J differ.
 */
final class SlipRaster implements AutoCloseable {
  static final int CELL_WIDTH = 12;
  static final int CELL_HEIGHT = 24;

  private static final CellStyle INK =
      new CellStyle(new TextColor.RGB(0, 0, 0), new TextColor.RGB(0xFF, 0xFF, 0xFF));

  /** Thin strokes cover half a dot; a little more ink than half keeps them in one piece. */
  private static final int DARKEST_WHITE = 0x90;

  private final CellPainter painter;
  private final int columns;

  SlipRaster(FontList fonts, int columns) {
    this.painter = new CellPainter(fonts, CELL_WIDTH, CELL_HEIGHT, rgb -> rgb);
    this.columns = columns;
  }

  /** The dots of the largest band. */
  int bandOctets() {
    return columns * CELL_WIDTH / 8 * CELL_HEIGHT;
  }

  /** The bands from top to bottom, each one a whole command. */
  List<byte[]> bands(Slip slip) {
    slip.lines().forEach(this::requirePrintable);
    return slip.lines().stream().map(this::band).toList();
  }

  @Override
  public void close() {
    painter.close();
  }

  /** Whether a pixel of a drawn slip becomes a dot. */
  static boolean isInk(int rgb) {
    return (rgb & 0xFF) < DARKEST_WHITE;
  }

  private byte[] band(String line) {
    BasicTextImage image = new BasicTextImage(new TerminalSize(columns, 1), INK.blank());
    Cells.put(image, 0, 0, line, INK);
    int[] pixels = pixels(image);
    int width = inkedOctets(pixels);
    byte[] rows = new byte[width * CELL_HEIGHT];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = octet(pixels, i / width * columns * CELL_WIDTH + i % width * 8);
    }
    widenCommands(rows);
    return EscPosCommand.raster(width, rows);
  }

  /** Where dots read as a command that is obeyed at once, one dot becomes two. */
  static void widenCommands(byte[] rows) {
    for (int i = 1; i < rows.length; i++) {
      if (EscPosCommand.actsAtOnce(rows[i - 1], rows[i])) {
        rows[i - 1] |= 0x08;
      }
    }
  }

  private int[] pixels(BasicTextImage image) {
    int width = columns * CELL_WIDTH;
    int[] pixels = new int[width * CELL_HEIGHT];
    int column = 0;
    while (column < columns) {
      TextCharacter character = image.getCharacterAt(column, 0);
      int taken = Math.min(Cells.columns(character), columns - column);
      for (int half = 0; half < taken; half++) {
        painter.paint(character, half, pixels, (column + half) * CELL_WIDTH, 1, width);
      }
      column += taken;
    }
    return pixels;
  }

  private int inkedOctets(int[] pixels) {
    int width = columns * CELL_WIDTH;
    for (int x = width - 1; x > 0; x--) {
      for (int at = x; at < pixels.length; at += width) {
        if (isInk(pixels[at])) {
          return x / 8 + 1;
        }
      }
    }
    return 1;
  }

  private static byte octet(int[] pixels, int at) {
    int octet = 0;
    for (int bit = 0; bit < 8; bit++) {
      octet = octet << 1 | (isInk(pixels[at + bit]) ? 1 : 0);
    }
    return (byte) octet;
  }

  /** Says nothing of the line itself: receipts are personal. */
  private void requirePrintable(String line) {
    if (Cells.columns(line) > columns) {
      throw new IllegalArgumentException(
          "line of %d columns on paper of %d".formatted(Cells.columns(line), columns));
    }
    if (line.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException("line with a control character");
    }
  }
}

package org.kashidashi.hal.display;

import com.googlecode.lanterna.TerminalSize;
import com.googlecode.lanterna.TextCharacter;
import com.googlecode.lanterna.graphics.TextImage;
import java.util.Arrays;

/**
 * Draws cells as pixels, where they lie on a panel's glass.
 *
 * <p>Belongs to one thread; closing it frees its fonts.
 */
public final class CellRaster implements AutoCloseable {
  private final CellPainter painter;
  private final PanelGeometry geometry;

  /**
   * For a panel.
   *
   * @throws IllegalArgumentException if the first font, or FreeType, is missing or cannot be used
   */
  public CellRaster(FontList fonts, PanelGeometry geometry) {
    this(fonts, Picture.NONE, geometry);
  }

  /**
   * For a panel that shows a picture among the cells.
   *
   * @throws IllegalArgumentException if the first font, or FreeType, is missing or cannot be used
   */
  public CellRaster(FontList fonts, Picture picture, PanelGeometry geometry) {
    this.painter =
        new CellPainter(fonts, picture, geometry.cellWidth(), geometry.cellHeight(), rgb -> rgb);
    this.geometry = geometry;
  }

  /**
   * The whole glass.
   *
   * @throws IllegalArgumentException if the image has not the panel's cells
   */
  public Pixels render(TextImage image) {
    TerminalSize cells = geometry.cells();
    if (!cells.equals(image.getSize())) {
      throw new IllegalArgumentException(
          "image of %s for cells of %s".formatted(image.getSize(), cells));
    }
    int[] rgb = new int[geometry.width() * geometry.height()];
    fillMargins(image, rgb);
    for (int row = 0; row < cells.getRows(); row++) {
      int column = 0;
      while (column < cells.getColumns()) {
        TextCharacter character = image.getCharacterAt(column, row);
        int taken = Math.min(Cells.columns(character), cells.getColumns() - column);
        for (int half = 0; half < taken; half++) {
          painter.paint(character, half, rgb, origin(column + half, row), 1, geometry.width());
        }
        column += taken;
      }
    }
    return new Pixels(geometry.width(), geometry.height(), rgb);
  }

  /** Each row goes on to the edges of the glass as its outermost cells end. */
  private void fillMargins(TextImage image, int[] rgb) {
    TerminalSize cells = geometry.cells();
    int middle = geometry.width() / 2;
    for (int y = 0; y < geometry.height(); y++) {
      int inside = Math.clamp(y - geometry.top(), 0, cells.getRows() * geometry.cellHeight() - 1);
      int row = inside / geometry.cellHeight();
      int last = inside == y - geometry.top() ? cells.getColumns() - 1 : 0;
      boolean lower = inside % geometry.cellHeight() >= geometry.cellHeight() / 2;
      int line = y * geometry.width();
      int left = painter.beside(image.getCharacterAt(0, row), lower);
      int right = painter.beside(image.getCharacterAt(last, row), lower);
      Arrays.fill(rgb, line, line + middle, left);
      Arrays.fill(rgb, line + middle, line + geometry.width(), right);
    }
  }

  private int origin(int column, int row) {
    int x = geometry.left() + column * geometry.cellWidth();
    int y = geometry.top() + row * geometry.cellHeight();
    return y * geometry.width() + x;
  }

  @Override
  public void close() {
    painter.close();
  }
}

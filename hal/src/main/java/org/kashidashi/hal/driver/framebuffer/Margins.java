package org.kashidashi.hal.driver.framebuffer;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntBinaryOperator;
import org.kashidashi.hal.display.PanelGeometry;

/**
 * The glass beside the cells, where each row goes on in the ground of its outermost cells.
 *
 * <p>What it last showed is remembered, and not written again.
 */
final class Margins {
  private final int lineWidth;
  private final List<Piece> pieces = new ArrayList<>();
  private final int[] shown;
  private final boolean[] known;

  /** A rectangle in scanned lines, and the cell whose ground it has. */
  private record Piece(int column, int row, int top, int left, int lines, int width) {}

  Margins(Orientation orientation, PanelGeometry geometry) {
    this.lineWidth = orientation.width();
    int rows = geometry.cells().getRows();
    int right = geometry.left() + geometry.cells().getColumns() * geometry.cellWidth();
    int bottom = geometry.top() + rows * geometry.cellHeight();
    int lastColumn = geometry.cells().getColumns() - 1;
    add(orientation, 0, 0, new Area(0, 0, geometry.width(), geometry.top()));
    add(
        orientation,
        0,
        rows - 1,
        new Area(0, bottom, geometry.width(), geometry.height() - bottom));
    for (int row = 0; row < rows; row++) {
      int y = geometry.top() + row * geometry.cellHeight();
      int height = geometry.cellHeight();
      add(orientation, 0, row, new Area(0, y, geometry.left(), height));
      add(orientation, lastColumn, row, new Area(right, y, geometry.width() - right, height));
    }
    this.shown = new int[pieces.size()];
    this.known = new boolean[pieces.size()];
  }

  /** On the glass, as a patron sees it. */
  private record Area(int x, int y, int width, int height) {}

  private void add(Orientation orientation, int column, int row, Area area) {
    if (area.width() == 0 || area.height() == 0) {
      return;
    }
    int one = orientation.place(area.x(), area.y());
    int other = orientation.place(area.x() + area.width() - 1, area.y() + area.height() - 1);
    int top = Math.min(one / lineWidth, other / lineWidth);
    int left = Math.min(one % lineWidth, other % lineWidth);
    pieces.add(new Piece(
        column,
        row,
        top,
        left,
        Math.max(one / lineWidth, other / lineWidth) - top + 1,
        Math.max(one % lineWidth, other % lineWidth) - left + 1));
  }

  /** Nobody knows what the glass shows. */
  void forget() {
    Arrays.fill(known, false);
  }

  /**
   * Fills its part of lines that are about to be written as a whole.
   *
   * @param grounds the colour of a cell's ground, by column and row
   */
  void join(int top, int lines, IntBinaryOperator grounds, int[] pixels) {
    for (int i = 0; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      int from = Math.max(top, piece.top());
      int to = Math.min(top + lines, piece.top() + piece.lines());
      int ground = grounds.applyAsInt(piece.column(), piece.row());
      for (int line = from; line < to; line++) {
        int at = (line - top) * lineWidth + piece.left();
        Arrays.fill(pixels, at, at + piece.width(), ground);
      }
      if (to - from == piece.lines()) {
        known[i] = true;
        shown[i] = ground;
      }
    }
  }

  /** Writes what has changed. */
  void paint(int most, IntBinaryOperator grounds, ScanLines lines) throws IOException {
    for (int i = 0; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      int ground = grounds.applyAsInt(piece.column(), piece.row());
      if (known[i] && shown[i] == ground) {
        continue;
      }
      for (int done = 0; done < piece.lines(); done += most) {
        Arrays.fill(lines.pixels(), ground);
        int some = Math.min(most, piece.lines() - done);
        lines.write(piece.top() + done, some, piece.left(), piece.width());
      }
      known[i] = true;
      shown[i] = ground;
    }
  }
}

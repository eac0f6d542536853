package org.kashidashi.hal.driver.framebuffer;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.kashidashi.hal.display.PanelGeometry;

/**
 * The glass beside the cells, where each row goes on as its outermost cells end.
 *
 * <p>What it last showed is remembered, and not written again.
 */
final class Margins {
  private final int lineWidth;
  private final List<Piece> pieces = new ArrayList<>();
  private final int[] shown;
  private final boolean[] known;

  /** The colour beside half a cell at the end of a row. */
  @FunctionalInterface
  interface Grounds {
    int of(int column, int row, boolean lower);
  }

  /** Half a cell at the end of a row. */
  private record Half(int column, int row, boolean lower) {
    int ground(Grounds grounds) {
      return grounds.of(column, row, lower);
    }
  }

  /** A rectangle in scanned lines, and what it goes on from. */
  private record Piece(Half from, int top, int left, int lines, int width) {}

  /** On the glass, as a patron sees it. */
  private record Area(int x, int y, int width, int height) {}

  Margins(Orientation orientation, PanelGeometry geometry) {
    this.lineWidth = orientation.width();
    int rows = geometry.cells().getRows();
    int right = geometry.left() + geometry.cells().getColumns() * geometry.cellWidth();
    int bottom = geometry.top() + rows * geometry.cellHeight();
    int lastColumn = geometry.cells().getColumns() - 1;
    add(orientation, new Half(0, 0, false), new Area(0, 0, geometry.width(), geometry.top()));
    add(
        orientation,
        new Half(0, rows - 1, true),
        new Area(0, bottom, geometry.width(), geometry.height() - bottom));
    for (int half = 0; half < 2 * rows; half++) {
      int row = half / 2;
      boolean lower = half % 2 == 1;
      int upperHeight = geometry.cellHeight() / 2;
      int y = geometry.top() + row * geometry.cellHeight() + (lower ? upperHeight : 0);
      int height = lower ? geometry.cellHeight() - upperHeight : upperHeight;
      add(orientation, new Half(0, row, lower), new Area(0, y, geometry.left(), height));
      add(
          orientation,
          new Half(lastColumn, row, lower),
          new Area(right, y, geometry.width() - right, height));
    }
    this.shown = new int[pieces.size()];
    this.known = new boolean[pieces.size()];
  }

  private void add(Orientation orientation, Half from, Area area) {
    if (area.width() == 0 || area.height() == 0) {
      return;
    }
    int one = orientation.place(area.x(), area.y());
    int other = orientation.place(area.x() + area.width() - 1, area.y() + area.height() - 1);
    int top = Math.min(one / lineWidth, other / lineWidth);
    int left = Math.min(one % lineWidth, other % lineWidth);
    pieces.add(new Piece(
        from,
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
   * @param pixels the lines
   */
  void join(int top, int lines, Grounds grounds, int[] pixels) {
    for (int i = 0; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      int from = Math.max(top, piece.top());
      int to = Math.min(top + lines, piece.top() + piece.lines());
      int ground = piece.from().ground(grounds);
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
  void paint(int most, Grounds grounds, ScanLines lines) throws IOException {
    for (int i = 0; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      int ground = piece.from().ground(grounds);
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

package org.kashidashi.hal.display;

import com.googlecode.lanterna.TerminalPosition;
import com.googlecode.lanterna.TerminalSize;
import java.util.Optional;

/**
 * Where the cells of a panel lie on its glass, as a patron sees it: after rotation, the top left at
 * (0, 0).
 *
 * @param width pixels of the glass
 * @param height pixels of the glass
 * @param left pixels left of the first column
 * @param top pixels above the first row
 * @param cellWidth pixels of a half-width cell
 * @param cellHeight pixels
 * @param cells columns and rows
 * @param rowMillimetres how high a row is; 0 where the size of the glass is not known
 */
public record PanelGeometry(
    int width,
    int height,
    int left,
    int top,
    int cellWidth,
    int cellHeight,
    TerminalSize cells,
    double rowMillimetres) {
  public PanelGeometry {
    boolean inside = left >= 0
        && top >= 0
        && cellWidth > 0
        && cellHeight > 0
        && left + cells.getColumns() * cellWidth <= width
        && top + cells.getRows() * cellHeight <= height;
    if (!inside || rowMillimetres < 0) {
      throw new IllegalArgumentException(
          "%d x %d cells of %d x %d pixels from (%d, %d) on glass of %d x %d, rows of %s mm"
              .formatted(
                  cells.getColumns(),
                  cells.getRows(),
                  cellWidth,
                  cellHeight,
                  left,
                  top,
                  width,
                  height,
                  rowMillimetres));
    }
  }

  /**
   * The cell under a point of the glass.
   *
   * @param x 0 at the left edge, 1 at the right one
   * @param y 0 at the top edge, 1 at the bottom one
   * @return empty beside the cells
   */
  public Optional<TerminalPosition> cellAt(double x, double y) {
    int column = Math.floorDiv((int) Math.floor(x * width) - left, cellWidth);
    int row = Math.floorDiv((int) Math.floor(y * height) - top, cellHeight);
    boolean inside =
        column >= 0 && column < cells.getColumns() && row >= 0 && row < cells.getRows();
    return inside ? Optional.of(new TerminalPosition(column, row)) : Optional.empty();
  }
}

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

  /** A finger of an unsteady hand finds this. */
  public static final double TOUCH_MILLIMETRES = 20;

  private static final int LEAST_CELL_WIDTH = 8;
  private static final int LARGEST_CELL_WIDTH = 256;

  /**
   * The cells for a panel: twice as high as wide, in the middle of the glass, and the largest that
   * give the columns and rows asked for, since everything on the glass is as large as its cells.
   *
   * <p>Where the size of the glass is known, rows are no higher than eyes need, and a large panel
   * gets more cells instead. On a small one cells shrink, as far as eyes allow, until buttons of 20
   * mm find room beside as many rows of text as on the least panel.
   *
   * @param width pixels as a patron sees them
   * @param height pixels
   * @param glass as a patron sees it
   * @param size of the text
   * @param least columns and rows that the screens need with it
   * @throws DisplayException if even cells of 8 x 16 pixels are too few
   */
  public static PanelGeometry fitting(
      int width, int height, GlassSize glass, TextSize size, TerminalSize least)
      throws DisplayException {
    int largest = Math.min(width / least.getColumns(), height / least.getRows() / 2);
    if (largest < LEAST_CELL_WIDTH) {
      throw new DisplayException(
          "panel of %d x %d pixels, need at least %d x %d: turn it by 90 degrees or use a larger one"
              .formatted(
                  width,
                  height,
                  least.getColumns() * LEAST_CELL_WIDTH,
                  least.getRows() * 2 * LEAST_CELL_WIDTH));
    }
    for (int cellWidth = largest; cellWidth >= LEAST_CELL_WIDTH; cellWidth--) {
      PanelGeometry geometry = of(width, height, glass, Math.min(cellWidth, LARGEST_CELL_WIDTH));
      if (geometry.rowMillimetres() == 0 || geometry.isFitForFingers(size, least)) {
        return geometry;
      }
    }
    return of(width, height, glass, largest);
  }

  /** The rows that are at least so high together; 0 where the size of the glass is not known. */
  public int rowsOf(double millimetres) {
    return rowMillimetres == 0 ? 0 : (int) Math.ceil(millimetres / rowMillimetres);
  }

  private static PanelGeometry of(int width, int height, GlassSize glass, int cellWidth) {
    int cellHeight = 2 * cellWidth;
    TerminalSize cells = new TerminalSize(width / cellWidth, height / cellHeight);
    return new PanelGeometry(
        width,
        height,
        (width - cells.getColumns() * cellWidth) / 2,
        (height - cells.getRows() * cellHeight) / 2,
        cellWidth,
        cellHeight,
        cells,
        (double) cellHeight * glass.height() / height);
  }

  private boolean isFitForFingers(TextSize size, TerminalSize least) {
    int more = size.rowsBeyond(rowsOf(TOUCH_MILLIMETRES));
    return size.fitsEyes(rowMillimetres) && cells.getRows() >= least.getRows() + more;
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

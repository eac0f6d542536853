package org.kashidashi.hal.driver.framebuffer;

import org.kashidashi.hal.display.PanelGeometry;

/**
 * The cells that lie on the same scanned lines: a row of them, or a column on a panel that is
 * mounted sideways. Pure.
 */
record Bands(Orientation orientation, PanelGeometry geometry) {
  int count() {
    return sideways() ? geometry.cells().getColumns() : geometry.cells().getRows();
  }

  /** Cells in each band. */
  int length() {
    return sideways() ? geometry.cells().getRows() : geometry.cells().getColumns();
  }

  int column(int band, int cell) {
    return sideways() ? band : cell;
  }

  int row(int band, int cell) {
    return sideways() ? cell : band;
  }

  /** How many scanned lines a band has. */
  int thickness() {
    return sideways() ? geometry.cellWidth() : geometry.cellHeight();
  }

  /** How many pixels of each of them a cell takes. */
  int breadth() {
    return sideways() ? geometry.cellHeight() : geometry.cellWidth();
  }

  /** The first scanned line of a band. */
  int top(int band) {
    int width = orientation.width();
    return Math.min(topLeft(band, 0) / width, bottomRight(band, 0) / width);
  }

  /** Where a cell starts within its scanned lines. */
  int left(int band, int cell) {
    int width = orientation.width();
    return Math.min(topLeft(band, cell) % width, bottomRight(band, cell) % width);
  }

  /** Where the top left pixel of the cell lies, counted from the start of its band. */
  int origin(int band, int cell) {
    return topLeft(band, cell) - top(band) * orientation.width();
  }

  private int topLeft(int band, int cell) {
    return orientation.place(x(band, cell), y(band, cell));
  }

  private int bottomRight(int band, int cell) {
    return orientation.place(
        x(band, cell) + geometry.cellWidth() - 1, y(band, cell) + geometry.cellHeight() - 1);
  }

  private int x(int band, int cell) {
    return geometry.left() + column(band, cell) * geometry.cellWidth();
  }

  private int y(int band, int cell) {
    return geometry.top() + row(band, cell) * geometry.cellHeight();
  }

  private boolean sideways() {
    return orientation.rotation().isSideways();
  }
}

package org.kashidashi.kiosk.screen.view;

/** A rectangle of cells that stands for a key of a ten-key. */
public record PadKey(int column, int row, int columns, int rows, char key) {
  boolean covers(int otherColumn, int otherRow) {
    return otherColumn >= column
        && otherColumn < column + columns
        && otherRow >= row
        && otherRow < row + rows;
  }
}

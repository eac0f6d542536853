package org.kashidashi.kiosk.screen.view;

import org.kashidashi.kiosk.session.Action;

/** A rectangle of cells that a finger can hit. */
public record Target(int column, int row, int columns, int rows, Action action) {
  boolean covers(int otherColumn, int otherRow) {
    return otherColumn >= column
        && otherColumn < column + columns
        && otherRow >= row
        && otherRow < row + rows;
  }
}

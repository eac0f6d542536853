package org.kashidashi.kiosk.screen.view;

import com.googlecode.lanterna.TerminalSize;

/**
 * The cells of a panel for text of one size.
 *
 * @param touchRows the rows that are high enough for a finger, as the panel's geometry tells; 0
 *     where the size of the glass is not known
 */
public record Grid(TerminalSize cells, int touchRows) {
  /** Of which nobody knows how large it is. */
  public static Grid of(int columns, int rows) {
    return new Grid(new TerminalSize(columns, rows), 0);
  }
}

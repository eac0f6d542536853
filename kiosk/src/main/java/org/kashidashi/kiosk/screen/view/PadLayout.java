package org.kashidashi.kiosk.screen.view;

import java.util.ArrayList;
import java.util.List;
import org.kashidashi.kiosk.screen.view.Layout.Area;

/**
 * Where a ten-key stands: beside the text where the glass is wide, below it where it is narrow.
 *
 * @param titleRows what the title takes
 */
record PadLayout(Layout layout, int titleRows) {
  private static final int LINES = 4;
  private static final int COLUMNS = 3;

  /** Where the glass is narrow, the text keeps the other part. */
  private static final int TENTHS_OF_KEYS = 6;

  private boolean beside() {
    return layout.columns() >= 2 * layout.rows();
  }

  private int room() {
    return layout.footerTop() - titleRows;
  }

  private int margin() {
    return layout.roomy() ? 2 : 1;
  }

  private int keyRows() {
    int least = layout.roomy() ? 3 : 2;
    int share = beside() ? room() : room() * TENTHS_OF_KEYS / 10;
    return Math.max(least, share / LINES);
  }

  private int keyColumns() {
    int columns = beside() ? layout.columns() / 2 : layout.columns() - 2 * (margin() - 1);
    return columns / COLUMNS;
  }

  private int left() {
    int columns = COLUMNS * keyColumns();
    return beside()
        ? layout.columns() - (layout.roomy() ? 1 : 0) - columns
        : (layout.columns() - columns + 1) / 2;
  }

  /** Where the text stands. */
  Area body() {
    int columns = (beside() ? left() : layout.columns()) - 2 * margin();
    int rows = room() - (beside() ? 0 : LINES * keyRows());
    return new Area(margin(), titleRows, columns, rows);
  }

  /** The keys, in the order of {@code PinPad.KEYS}; one cell between two of a line is nobody's. */
  List<Area> keys() {
    List<Area> keys = new ArrayList<>();
    int top = layout.footerTop() - LINES * keyRows();
    for (int i = 0; i < LINES * COLUMNS; i++) {
      int column = left() + i % COLUMNS * keyColumns();
      int row = top + i / COLUMNS * keyRows();
      keys.add(new Area(column, row, keyColumns() - 1, keyRows()));
    }
    return keys;
  }
}

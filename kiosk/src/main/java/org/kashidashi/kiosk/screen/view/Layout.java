package org.kashidashi.kiosk.screen.view;

import com.googlecode.lanterna.TerminalSize;
import java.util.ArrayList;
import java.util.List;
import org.kashidashi.kiosk.screen.Screen;

/**
 * Where title, body, buttons and footer stand on a panel of this size.
 *
 * <p>From top to bottom: three rows of title, the body, the buttons, three rows of footer.
 *
 * @param touchRows the rows that are high enough for a finger; 0 where nobody knows. Buttons get
 *     them as long as the body keeps the rows that it has on the smallest panel
 */
record Layout(TerminalSize size, int touchRows) {
  /** What the texts are written for: 60 columns of a 7 inch panel are 2.6 mm wide each. */
  private static final int COLUMNS_MINIMUM = 60;

  private static final int ROWS_MINIMUM = 22;

  private static final int TITLE_ROWS = 3;
  private static final int FOOTER_ROWS = 3;
  private static final int BUTTON_ROWS = 4;

  /** What the text of every screen leaves room for. */
  private static final int BUTTON_LINES = 2;

  /** So many more rows of panel make each button one row higher. */
  private static final int PANEL_ROWS_PER_BUTTON_ROW = 6;

  private static final int BODY_MARGIN = 2;
  private static final int BUTTON_MARGIN = 3;
  private static final int BUTTON_GAP = 2;

  /** A rectangle of cells. */
  record Area(int column, int row, int columns, int rows) {}

  Layout {
    if (size.getColumns() < COLUMNS_MINIMUM || size.getRows() < ROWS_MINIMUM) {
      throw new IllegalArgumentException(
          "panel of %d columns and %d rows, need at least %d and %d: use a smaller font"
              .formatted(size.getColumns(), size.getRows(), COLUMNS_MINIMUM, ROWS_MINIMUM));
    }
  }

  int columns() {
    return size.getColumns();
  }

  int rows() {
    return size.getRows();
  }

  int footerTop() {
    return rows() - FOOTER_ROWS;
  }

  /** The body above so many buttons. */
  Area body(int buttons) {
    int rows = footerTop() - TITLE_ROWS - buttonLines(buttons) * buttonRows();
    return new Area(BODY_MARGIN, TITLE_ROWS, columns() - 2 * BODY_MARGIN, rows);
  }

  /** An empty body above the buttons of the screen. */
  Body body(Screen screen) {
    Area area = body(screen.choices().size());
    return new Body(area.columns(), area.rows());
  }

  /** One below the other up to a pair at the bottom: 1; 1 2; 1 over 2 3. */
  List<Area> buttons(int count) {
    List<Area> areas = new ArrayList<>();
    int top = footerTop() - buttonLines(count) * buttonRows();
    int whole = columns() - 2 * BUTTON_MARGIN;
    int half = (whole - BUTTON_GAP) / 2;
    for (int index = 0; index < count; index++) {
      boolean alone = index == 0 && count % 2 == 1;
      int place = index + count % 2;
      int row = top + place / 2 * buttonRows();
      if (alone) {
        areas.add(new Area(BUTTON_MARGIN, top, whole, buttonRows()));
      } else if (place % 2 == 0) {
        areas.add(new Area(BUTTON_MARGIN, row, half, buttonRows()));
      } else {
        int left = columns() - BUTTON_MARGIN - half;
        areas.add(new Area(left, row, half, buttonRows()));
      }
    }
    return areas;
  }

  private static int buttonLines(int count) {
    return (count + 1) / 2;
  }

  private int buttonRows() {
    if (touchRows == 0) {
      return BUTTON_ROWS + (rows() - ROWS_MINIMUM) / PANEL_ROWS_PER_BUTTON_ROW;
    }
    int atMost = BUTTON_ROWS + (rows() - ROWS_MINIMUM) / BUTTON_LINES;
    return Math.clamp(touchRows, BUTTON_ROWS, atMost);
  }
}

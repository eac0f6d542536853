package org.kashidashi.kiosk.screen.view;

import com.googlecode.lanterna.TerminalSize;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.kashidashi.hal.display.Cells;

/**
 * Where title, body, buttons and footer stand on a panel of this size.
 *
 * <p>From top to bottom: the title, the body, the buttons, the footer. Where there are few rows, as
 * with large text, title and footer have one each, buttons stand close, and the help is one of them.
 *
 * @param touchRows the rows that are high enough for a finger; 0 where nobody knows
 */
record Layout(TerminalSize size, int touchRows) {
  /** What the texts are written for, in large text on narrow glass. */
  private static final int COLUMNS_MINIMUM = 20;

  private static final int ROWS_MINIMUM = 11;

  /** From so many rows and columns on there is room for frames and margins. */
  private static final int ROOMY_ROWS = 22;

  private static final int ROOMY_COLUMNS = 30;
  private static final int WIDE_COLUMNS = 60;

  /** More than the longest text of a screen has. */
  private static final int SPOKEN_COLUMNS = 1_000;

  private static final int ROOMY_TITLE_ROWS = 3;
  private static final int CLOSE_TITLE_ROWS = 3;
  private static final int BUTTON_ROWS = 4;
  private static final int CLOSE_BUTTON_ROWS = 3;

  /** What the text of every screen leaves room for. */
  private static final int BUTTON_LINES = 2;

  /** So many more rows of panel make each button one row higher. */
  private static final int PANEL_ROWS_PER_BUTTON_ROW = 6;

  /** So many buttons stand in one line of a wide panel. */
  private static final int WIDE_LINE = 4;

  /** A rectangle of cells. */
  record Area(int column, int row, int columns, int rows) {}

  Layout {
    if (size.getColumns() < COLUMNS_MINIMUM || size.getRows() < ROWS_MINIMUM) {
      throw new IllegalArgumentException(
          "panel of %d columns and %d rows, need at least %d and %d: use a smaller font"
              .formatted(size.getColumns(), size.getRows(), COLUMNS_MINIMUM, ROWS_MINIMUM));
    }
  }

  /** For words that are heard and not seen: every text in one row. */
  static Layout spoken() {
    return new Layout(new TerminalSize(SPOKEN_COLUMNS, ROOMY_ROWS), 0);
  }

  /** Whether the words are heard and not seen. */
  boolean heard() {
    return columns() == SPOKEN_COLUMNS;
  }

  static Layout of(Grid grid) {
    return new Layout(grid.cells(), grid.touchRows());
  }

  int columns() {
    return size.getColumns();
  }

  int rows() {
    return size.getRows();
  }

  boolean roomy() {
    return rows() >= ROOMY_ROWS && columns() >= ROOMY_COLUMNS;
  }

  private boolean wide() {
    return columns() >= WIDE_COLUMNS;
  }

  /** What the title takes. */
  int titleRows(String title) {
    return roomy()
        ? ROOMY_TITLE_ROWS
        : Math.min(CLOSE_TITLE_ROWS, Cells.wrap(title, columns()).size());
  }

  /** Whether a line of text is shorter than what most screens say. */
  boolean narrow() {
    return !wide();
  }

  int footerTop() {
    return rows() - (roomy() ? 3 : 1);
  }

  /** How many buttons find room at once. */
  int slots() {
    if (!roomy()) {
      return WIDE_LINE;
    }
    return wide() ? BUTTON_LINES * WIDE_LINE : 6;
  }

  /** The body between a title of so many rows and the buttons. */
  Area body(int titleRows, List<Integer> needs) {
    int rows = footerTop() - titleRows - buttonRoom(lines(needs).size());
    return new Area(bodyMargin(), titleRows, columns() - 2 * bodyMargin(), rows);
  }

  private int bodyMargin() {
    return roomy() ? 2 : 1;
  }

  /** An empty body. */
  Body body() {
    return new Body(columns() - 2 * bodyMargin());
  }

  /**
   * The buttons, one below the other up to a line at the bottom.
   *
   * @param needs how many columns the words on each would like to have
   */
  List<Area> buttons(List<Integer> needs) {
    List<Area> areas = new ArrayList<>();
    List<Integer> lines = lines(needs);
    int row = footerTop() - buttonRoom(lines.size());
    int first = 0;
    for (int line : lines) {
      areas.addAll(line(needs.subList(first, first + line), row));
      first += line;
      row += buttonRows() + lineGap();
    }
    return areas;
  }

  private int buttonRoom(int lines) {
    return lines * buttonRows() + Math.max(0, lines - 1) * lineGap();
  }

  private int lineGap() {
    return roomy() ? 0 : 1;
  }

  private List<Area> line(List<Integer> needs, int row) {
    int gap = wide() ? 2 : 1;
    int left = buttonMargin();
    int room = columns() - 2 * left - gap * (needs.size() - 1);
    List<Integer> weights = weights(needs, room);
    int all = weights.stream().mapToInt(Integer::intValue).sum();
    List<Area> areas = new ArrayList<>();
    int weighed = 0;
    for (int i = 0; i < needs.size(); i++) {
      int from = room * weighed / all;
      weighed += weights.get(i);
      int to = room * weighed / all;
      areas.add(new Area(left + from + i * gap, row, to - from, buttonRows()));
    }
    return areas;
  }

  /** All alike, or in a close line of several what each needs, and the first one the rest. */
  private List<Integer> weights(List<Integer> needs, int room) {
    if (roomy() || needs.size() < 3) {
      return Collections.nCopies(needs.size(), 1);
    }
    // A word that is far too long does not squeeze the others.
    List<Integer> weights =
        new ArrayList<>(needs.stream().map(need -> Math.min(need, room / 2)).toList());
    int all = weights.stream().mapToInt(Integer::intValue).sum();
    weights.set(0, weights.getFirst() + Math.max(0, room - all));
    return weights;
  }

  private int buttonMargin() {
    if (!roomy()) {
      return 0;
    }
    return wide() ? 3 : 1;
  }

  /** How many buttons stand in each line. */
  private List<Integer> lines(List<Integer> needs) {
    int count = needs.size();
    if (count == 0) {
      return List.of();
    }
    if (roomy() && !wide()) {
      return pairsOf(needs);
    }
    if (columns() < ROOMY_COLUMNS || (roomy() && count <= WIDE_LINE)) {
      List<Integer> lines = new ArrayList<>(Collections.nCopies(count / 2, 2));
      if (count % 2 == 1) {
        lines.addFirst(1);
      }
      return lines;
    }
    return count <= WIDE_LINE ? List.of(count) : List.of(count - WIDE_LINE, WIDE_LINE);
  }

  /** Two short ones in a line; one that needs more than half of it alone. */
  private List<Integer> pairsOf(List<Integer> needs) {
    List<Integer> lines = new ArrayList<>();
    int half = (columns() - 2 * buttonMargin() - 1) / 2 - 2;
    int first = 0;
    while (first < needs.size()) {
      boolean single = first + 1 == needs.size()
          || needs.get(first) > half
          || needs.get(first + 1) > half
          || (lines.isEmpty() && needs.size() % 2 == 1);
      lines.add(single ? 1 : 2);
      first += single ? 1 : 2;
    }
    return lines;
  }

  private int buttonRows() {
    if (!roomy()) {
      return CLOSE_BUTTON_ROWS;
    }
    if (touchRows == 0) {
      return BUTTON_ROWS + (rows() - ROOMY_ROWS) / PANEL_ROWS_PER_BUTTON_ROW;
    }
    int atMost = BUTTON_ROWS + (rows() - ROOMY_ROWS) / BUTTON_LINES;
    return Math.clamp(touchRows, BUTTON_ROWS, atMost);
  }
}

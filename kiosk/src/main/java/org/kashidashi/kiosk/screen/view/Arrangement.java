package org.kashidashi.kiosk.screen.view;

import java.util.ArrayList;
import java.util.List;

/** Fits the rows of a body into the room that there is, on as many pages as that takes. Pure. */
final class Arrangement {
  /** One for the text and one for the way to its next page. */
  private static final int LEAST_ROWS = 2;

  private Arrangement() {}

  /**
   * The rows of each page from the top of the room on, at most so many. Of several pages each has a
   * row less, for the way to the next one.
   */
  static List<List<Row>> of(Page page, int columns, int room) {
    List<Row> bands = page.body().stream()
        .takeWhile(Arrangement::isBand)
        .limit(Math.max(0, room - LEAST_ROWS))
        .toList();
    List<Row> others = page.body().subList(bands.size(), page.body().size());
    int left = Math.max(1, room - bands.size());
    List<Row> fitting =
        page.fromTop() ? tightened(others, left) : tightened(spread(others, columns, left), left);
    if (fitting.size() <= left) {
      return List.of(joined(bands, page.fromTop() ? fitting : inTheMiddle(fitting, columns, left)));
    }
    return turned(bands, fitting, Math.max(1, left - 1));
  }

  private static boolean isBand(Row row) {
    return row.kind() == Row.Kind.BAND;
  }

  /** With a blank row around any row of text, if there is room for all of them. */
  private static List<Row> spread(List<Row> rows, int columns, int room) {
    List<Row> spread = new ArrayList<>();
    for (Row row : rows) {
      boolean apart = !spread.isEmpty() && isText(spread.getLast()) && isText(row) && row.begins();
      if (apart) {
        spread.add(Row.blank(columns));
      }
      spread.add(row);
    }
    return spread.size() + 2 <= room ? spread : rows;
  }

  private static boolean isText(Row row) {
    return row.kind() == Row.Kind.TEXT || row.kind() == Row.Kind.REPEAT;
  }

  /** Gives up spacing from the bottom, then what repeats in other words. */
  private static List<Row> tightened(List<Row> rows, int room) {
    List<Row> fitting = new ArrayList<>(rows);
    for (Row.Kind kind : List.of(Row.Kind.SPACING, Row.Kind.REPEAT)) {
      for (int i = fitting.size() - 1; i >= 0 && fitting.size() > room; i--) {
        if (fitting.get(i).kind() == kind && fitting.get(i).begins()) {
          fitting.subList(i, endOf(fitting, i)).clear();
        }
      }
    }
    return fitting;
  }

  /** After the last row of the paragraph that begins there. */
  private static int endOf(List<Row> rows, int begin) {
    int end = begin + 1;
    while (end < rows.size() && !rows.get(end).begins()) {
      end++;
    }
    return end;
  }

  private static List<List<Row>> turned(List<Row> bands, List<Row> rows, int room) {
    List<List<Row>> pages = new ArrayList<>();
    for (int from = 0; from < rows.size(); from += room) {
      pages.add(joined(bands, rows.subList(from, Math.min(from + room, rows.size()))));
    }
    return List.copyOf(pages);
  }

  private static List<Row> joined(List<Row> bands, List<Row> rows) {
    List<Row> joined = new ArrayList<>(bands);
    joined.addAll(rows);
    return List.copyOf(joined);
  }

  private static List<Row> inTheMiddle(List<Row> rows, int columns, int room) {
    List<Row> lowered = new ArrayList<>();
    for (int above = (room - rows.size() + 1) / 2; above > 0; above--) {
      lowered.add(Row.blank(columns));
    }
    lowered.addAll(rows);
    return lowered;
  }
}

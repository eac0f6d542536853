package org.kashidashi.kiosk.screen.view;

import java.util.ArrayList;
import java.util.List;

/** Fits the rows of a body into the room that there is. Pure. */
final class Arrangement {
  private Arrangement() {}

  /** The rows from the top of the room on, at most so many. */
  static List<Row> of(Page page, int columns, int room) {
    List<Row> bands = page.body().stream().takeWhile(Arrangement::isBand).toList();
    List<Row> others = page.body().subList(bands.size(), page.body().size());
    int left = Math.max(0, room - bands.size());
    List<Row> arranged = new ArrayList<>(bands);
    if (page.fromTop()) {
      arranged.addAll(tightened(others, left));
    } else {
      arranged.addAll(inTheMiddle(tightened(spread(others, columns, left), left), columns, left));
    }
    return arranged.subList(0, Math.min(room, arranged.size()));
  }

  private static boolean isBand(Row row) {
    return row.kind() == Row.Kind.BAND;
  }

  /** With a blank row around any row of text, if there is room for all of them. */
  private static List<Row> spread(List<Row> rows, int columns, int room) {
    List<Row> spread = new ArrayList<>();
    for (Row row : rows) {
      boolean apart = !spread.isEmpty() && isText(spread.getLast()) && isText(row);
      if (apart) {
        spread.add(Row.blank(columns));
      }
      spread.add(row);
    }
    return spread.size() + 2 <= room ? spread : rows;
  }

  private static boolean isText(Row row) {
    return row.kind() == Row.Kind.TEXT;
  }

  /** Gives up spacing from the bottom, then the last rows, which repeat in other words. */
  private static List<Row> tightened(List<Row> rows, int room) {
    List<Row> fitting = new ArrayList<>(rows);
    for (int i = fitting.size() - 1; i >= 0 && fitting.size() > room; i--) {
      if (fitting.get(i).kind() == Row.Kind.SPACING) {
        fitting.remove(i);
      }
    }
    return fitting.subList(0, Math.min(room, fitting.size()));
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

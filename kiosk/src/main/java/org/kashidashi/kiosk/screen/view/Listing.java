package org.kashidashi.kiosk.screen.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kashidashi.hal.display.Cells;
import org.kashidashi.kiosk.screen.Entry;
import org.kashidashi.kiosk.screen.Message;
import org.kashidashi.kiosk.screen.Texts;
import org.kashidashi.sync.circulation.DueDate;

/** The list of what became of each scan. */
record Listing(Texts texts) {
  private static final int VERDICT_COLUMNS = 4;

  /** Three digits, the verdict, and a space after each. */
  private static final int INDENT_COLUMNS = 3 + 1 + VERDICT_COLUMNS + 1;

  /** Oldest first while all of it fits; else newest first, and the oldest fall off the end. */
  List<Row> rows(List<? extends Entry> entries, int columns, int room) {
    List<List<Row>> all = entries.stream().map(entry -> rows(entry, columns)).toList();
    if (all.stream().mapToInt(List::size).sum() <= room) {
      return all.stream().flatMap(List::stream).toList();
    }
    List<Row> rows = new ArrayList<>();
    int shown = 0;
    for (List<Row> entry : all.reversed()) {
      if (rows.size() + entry.size() > room - 1) {
        break;
      }
      rows.addAll(entry);
      shown++;
    }
    String more = texts.of(Message.LENDING_MORE, all.size() - shown);
    rows.add(Row.left(indent() + more, Palette.QUIET, Row.Kind.LISTED, columns));
    return rows;
  }

  private List<Row> rows(Entry entry, int columns) {
    return switch (entry) {
      case Entry.Lent lent -> List.of(row(lent, columns));
      case Entry.NotLent notLent -> rows(notLent, columns);
    };
  }

  private Row row(Entry.Lent lent, int columns) {
    String title = lent.title().isBlank() ? texts.of(Message.LENDING_UNTITLED) : lent.title();
    String head = head(lent.number(), texts.of(Message.LENDING_DONE));
    return Row.verdict(new Row.Piece(head, Palette.DONE), title, due(lent.due()), columns);
  }

  private List<Row> rows(Entry.NotLent notLent, int columns) {
    String text = texts.line(notLent.refusal()) + " [" + notLent.refusal().shownCode() + "]";
    String head = head(notLent.number(), texts.of(Message.LENDING_REFUSED));
    List<Row> rows = new ArrayList<>();
    for (String line : Cells.wrap(text, columns - INDENT_COLUMNS)) {
      String start = rows.isEmpty() ? head : indent();
      rows.add(Row.verdict(new Row.Piece(start, Palette.NOT_DONE), line, "", columns));
    }
    return rows;
  }

  private String due(Optional<DueDate> due) {
    return due.map(date -> texts.of(
            date.provisional() ? Message.LENDING_DUE_PROVISIONAL : Message.LENDING_DUE,
            texts.day(date.date())))
        .orElseGet(() -> texts.of(Message.LENDING_DUE_UNKNOWN));
  }

  private static String head(int number, String verdict) {
    return "%3d ".formatted(number) + Cells.fill(verdict, VERDICT_COLUMNS) + " ";
  }

  private static String indent() {
    return " ".repeat(INDENT_COLUMNS);
  }
}

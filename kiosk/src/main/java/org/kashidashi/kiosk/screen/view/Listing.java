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
  /** Three digits, and a space. */
  private static final int NUMBER_COLUMNS = 4;

  /** A title beside its due date needs so many. */
  private static final int COLUMNS_FOR_ONE_ROW = 50;

  /** Newest first, so that the last scan is answered at the top. */
  List<Row> rows(List<? extends Entry> entries, int columns) {
    return entries.reversed().stream()
        .map(entry -> rows(entry, columns))
        .flatMap(List::stream)
        .toList();
  }

  private List<Row> rows(Entry entry, int columns) {
    return switch (entry) {
      case Entry.Lent lent -> rows(lent, columns);
      case Entry.NotLent notLent -> rows(notLent, columns);
    };
  }

  private List<Row> rows(Entry.Lent lent, int columns) {
    String title = lent.title().isBlank() ? texts.of(Message.LENDING_UNTITLED) : lent.title();
    Row.Piece head = new Row.Piece(head(lent.number(), Message.LENDING_DONE), Ink.DONE);
    String due = due(lent.due());
    if (columns >= COLUMNS_FOR_ONE_ROW) {
      return List.of(Row.verdict(head, title, due, columns));
    }
    List<Row> rows = new ArrayList<>(verdict(head, title, columns));
    rows.addAll(verdict(new Row.Piece(" ".repeat(NUMBER_COLUMNS), Ink.DONE), due, columns));
    return rows;
  }

  /** In as many rows as the text needs, which all begin below the first one. */
  private static List<Row> verdict(Row.Piece head, String text, int columns) {
    int indent = Cells.columns(head.text());
    List<Row> rows = new ArrayList<>();
    for (String line : Cells.wrap(text, columns - indent)) {
      Row.Piece start = rows.isEmpty() ? head : new Row.Piece(" ".repeat(indent), head.style());
      rows.add(Row.verdict(start, line, "", columns));
    }
    return rows;
  }

  private List<Row> rows(Entry.NotLent notLent, int columns) {
    String text = texts.line(notLent.refusal()) + " [" + notLent.refusal().shownCode() + "]";
    Row.Piece head = new Row.Piece(head(notLent.number(), Message.LENDING_REFUSED), Ink.NOT_DONE);
    return verdict(head, text, columns);
  }

  private String due(Optional<DueDate> due) {
    return due.map(date -> texts.of(
            date.provisional() ? Message.LENDING_DUE_PROVISIONAL : Message.LENDING_DUE,
            texts.day(date.date())))
        .orElseGet(() -> texts.of(Message.LENDING_DUE_UNKNOWN));
  }

  /** Both verdicts take the same columns, whatever they are called. */
  private String head(int number, Message verdict) {
    int columns = Math.max(
        Cells.columns(texts.of(Message.LENDING_DONE)),
        Cells.columns(texts.of(Message.LENDING_REFUSED)));
    return Cells.fill("%3d".formatted(number), NUMBER_COLUMNS)
        + Cells.fill(texts.of(verdict), columns)
        + " ";
  }
}

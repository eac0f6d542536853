package org.kashidashi.kiosk.screen.view;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.kashidashi.hal.display.Cells;
import org.kashidashi.kiosk.screen.Entry;
import org.kashidashi.kiosk.screen.Message;
import org.kashidashi.kiosk.screen.Texts;
import org.kashidashi.kiosk.session.PutBack;
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
      case Entry.Cancelled cancelled -> rows(cancelled, columns);
      case Entry.NotLent notLent -> rows(notLent, columns);
    };
  }

  private List<Row> rows(Entry.Lent lent, int columns) {
    Row.Piece head = new Row.Piece(head(lent.number(), Message.LENDING_DONE), Ink.DONE);
    String due = due(lent.due());
    if (columns >= COLUMNS_FOR_ONE_ROW) {
      return List.of(Row.verdict(head, title(lent.title()), due, columns));
    }
    List<Row> rows = new ArrayList<>(verdict(head, title(lent.title()), columns));
    rows.addAll(verdict(new Row.Piece(" ".repeat(NUMBER_COLUMNS), Ink.DONE), due, columns));
    return rows;
  }

  private List<Row> rows(Entry.Cancelled cancelled, int columns) {
    Row.Piece head =
        new Row.Piece(head(cancelled.number(), Message.LENDING_CANCELLED), Ink.NOT_DONE);
    return verdict(head, title(cancelled.title()), columns);
  }

  String title(String known) {
    return known.isBlank() ? texts.of(Message.LENDING_UNTITLED) : known;
  }

  /** A loan, with its due date beside or below it. */
  List<Row> rows(int number, String name, LocalDate due, int columns) {
    Row.Piece head = numbered(number);
    String until = texts.of(Message.LENDING_DUE, texts.day(due));
    if (columns >= COLUMNS_FOR_ONE_ROW) {
      return List.of(Row.verdict(head, name, until, columns));
    }
    List<Row> rows = new ArrayList<>(verdict(head, name, columns));
    rows.addAll(remark(until, Ink.BODY, columns));
    return rows;
  }

  /** Below a line of the list. */
  List<Row> remark(String text, Ink ink, int columns) {
    String room = " ".repeat(NUMBER_COLUMNS);
    return Cells.wrap(text, columns - NUMBER_COLUMNS).stream()
        .map(line -> Row.left(room + line, ink, Row.Kind.LISTED, columns))
        .toList();
  }

  /** What became of an item that is put back. */
  List<Row> rows(int number, PutBack line, int columns) {
    boolean taken = line.outcome() == PutBack.Outcome.TAKEN;
    String text = texts.of(line.outcome());
    Row.Piece head = new Row.Piece(
        numbered(number).text() + (taken ? text + " " : ""), taken ? Ink.DONE : Ink.NOT_DONE);
    return verdict(head, taken ? title(line.title()) : text, columns);
  }

  private static Row.Piece numbered(int number) {
    return new Row.Piece(Cells.fill("%3d".formatted(number), NUMBER_COLUMNS), Ink.BODY);
  }

  /** In as many rows as the text needs, which all begin below the first one. */
  static List<Row> verdict(Row.Piece head, String text, int columns) {
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

  /** All verdicts take the same columns, whatever they are called. */
  private String head(int number, Message verdict) {
    int columns = Stream.of(
            Message.LENDING_DONE, Message.LENDING_REFUSED, Message.LENDING_CANCELLED)
        .mapToInt(one -> Cells.columns(texts.of(one)))
        .max()
        .orElseThrow();
    return Cells.fill("%3d".formatted(number), NUMBER_COLUMNS)
        + Cells.fill(texts.of(verdict), columns)
        + " ";
  }
}

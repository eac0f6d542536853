package org.kashidashi.kiosk.screen.view;

import java.util.ArrayList;
import java.util.List;
import org.kashidashi.hal.display.Cells;

/**
 * One row of the body, in exactly as many columns as the body has.
 *
 * @param pieces from left to right
 * @param kind how the row stands among the others
 * @param begins whether a paragraph begins here; else it goes on
 */
record Row(List<Piece> pieces, Kind kind, boolean begins) {
  private static final String MARK = "! ";

  record Piece(String text, Ink style) {}

  enum Kind {
    TEXT,
    /** Says in other words what stands above; may be left out where room is short. */
    REPEAT,
    /** One of several that belong together: no row comes between them. */
    LISTED,
    /** From edge to edge of the frame, and at the top if it comes first. */
    BAND,
    /** For the eyes of staff: it is not said aloud. */
    STAFF,
    /** May be left out where room is short. */
    SPACING
  }

  Row {
    pieces = List.copyOf(pieces);
  }

  static Row blank(int columns) {
    return of(" ".repeat(columns), Ink.BODY, Kind.SPACING);
  }

  /**
   * The text in the middle, in as many rows as it needs. Each of its lines is a paragraph, but what
   * repeats in other words is one as a whole: it stays or goes together.
   */
  static List<Row> centred(String text, Ink style, Kind kind, int columns) {
    List<Row> rows = new ArrayList<>();
    for (String line : text.split("\n", -1)) {
      boolean begins = kind != Kind.REPEAT || rows.isEmpty();
      for (String piece : Balance.wrap(line, columns)) {
        rows.add(new Row(List.of(new Piece(Cells.centre(piece, columns), style)), kind, begins));
        begins = false;
      }
    }
    return rows;
  }

  static Row left(String text, Ink style, Kind kind, int columns) {
    return of(Cells.fill(text, columns), style, kind);
  }

  /** A verdict and what it is about, and a text at the other end if that is not empty. */
  static Row verdict(Piece verdict, String text, String end, int columns) {
    int room = columns - Cells.columns(verdict.text());
    String right = end.isEmpty() ? "" : " " + end;
    String left = Cells.fill(text, room - Cells.columns(right));
    return new Row(List.of(verdict, new Piece(left + right, Ink.BODY)), Kind.LISTED, true);
  }

  /** A band of colour with a mark before the words, so that it stands out without the colour. */
  static List<Row> hint(String text, int columns) {
    List<Row> rows = new ArrayList<>();
    for (String line : Cells.wrap(text, columns - MARK.length())) {
      String start = rows.isEmpty() ? MARK : " ".repeat(MARK.length());
      rows.add(left(start + line, Ink.HINT, Kind.BAND, columns));
    }
    return rows;
  }

  private static Row of(String text, Ink style, Kind kind) {
    return new Row(List.of(new Piece(text, style)), kind, true);
  }
}

package org.kashidashi.kiosk.screen.view;

import java.util.ArrayList;
import java.util.List;
import org.kashidashi.hal.display.CellStyle;
import org.kashidashi.hal.display.Cells;

/** Collects the rows between the title and the buttons, from top to bottom. */
final class Body {
  /** Between the letters of a text that is to look larger. */
  private static final String LETTER_SPACE = " ";

  private final int columns;
  private final int room;
  private final List<Row> rows = new ArrayList<>();

  Body(int columns, int room) {
    this.columns = columns;
    this.room = room;
  }

  int columns() {
    return columns;
  }

  /** How many rows are still free. */
  int roomLeft() {
    return Math.max(0, room - rows.size());
  }

  List<Row> rows() {
    return List.copyOf(rows);
  }

  Body blank() {
    rows.add(Row.blank(columns));
    return this;
  }

  /** What a person has to read. */
  Body lead(String text) {
    return centred(text, Palette.LEAD);
  }

  Body text(String text) {
    return centred(text, Palette.BODY);
  }

  /** The same in plain words or another language; empty for none. */
  Body quiet(String text) {
    return text.isEmpty() ? this : centred(text, Palette.QUIET);
  }

  Body bar(String text) {
    return centred(text, Palette.BAR);
  }

  Body left(String text) {
    return left(text, Palette.BODY, Row.Kind.LISTED);
  }

  /** What belongs to the whole screen, on a band below the title. */
  Body account(String text) {
    return left(text, Palette.ACCOUNT, Row.Kind.BAND);
  }

  /** Empty for no hint. */
  Body hint(String text) {
    if (!text.isEmpty()) {
      rows.addAll(Row.hint(text, columns));
    }
    return this;
  }

  /** A text as large as cells allow: spaced out on a band of colour. */
  Body shout(String text) {
    String spaced = String.join(LETTER_SPACE, text.split("", -1)).strip();
    String shown = Cells.columns(spaced) <= columns ? spaced : Cells.fit(text, columns);
    left("", Palette.HINT, Row.Kind.LISTED);
    left(Cells.centre(shown, columns), Palette.HINT, Row.Kind.LISTED);
    left("", Palette.HINT, Row.Kind.LISTED);
    return this;
  }

  Body add(List<Row> more) {
    rows.addAll(more);
    return this;
  }

  private Body left(String text, CellStyle style, Row.Kind kind) {
    List<String> lines = text.isEmpty() ? List.of("") : Cells.wrap(text, columns);
    lines.forEach(line -> rows.add(Row.left(line, style, kind, columns)));
    return this;
  }

  private Body centred(String text, CellStyle style) {
    rows.addAll(Row.centred(text, style, columns));
    return this;
  }
}

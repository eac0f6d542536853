package org.kashidashi.kiosk.screen.view;

import java.util.ArrayList;
import java.util.List;
import org.kashidashi.hal.display.Cells;

/** Collects the rows between the title and the buttons, from top to bottom. */
final class Body {
  /** Between the letters of a text that is to look larger. */
  private static final String LETTER_SPACE = " ";

  /** On wider glass than any, as on none, letters apart are no word. */
  private static final int SPACED_COLUMNS_MAXIMUM = 500;

  /** Between two facts in one row. */
  private static final String APART = "    ";

  private final int columns;
  private final List<Row> rows = new ArrayList<>();

  Body(int columns) {
    this.columns = columns;
  }

  int columns() {
    return columns;
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
    return centred(text, Ink.LEAD, Row.Kind.TEXT);
  }

  Body text(String text) {
    return centred(text, Ink.BODY, Row.Kind.TEXT);
  }

  /** The same in plain words; empty for none. */
  Body plain(String text) {
    return text.isEmpty() ? this : centred(text, Ink.BODY, Row.Kind.REPEAT);
  }

  /** The same in another language; empty for none. */
  Body quiet(String text) {
    return text.isEmpty() ? this : centred(text, Ink.QUIET, Row.Kind.REPEAT);
  }

  /** What is not a patron's to hear. */
  Body staff(String text) {
    return centred(text, Ink.BODY, Row.Kind.STAFF);
  }

  Body bar(String text) {
    return centred(text, Ink.BAR, Row.Kind.LISTED);
  }

  Body left(String text) {
    return left(text, Ink.BODY, Row.Kind.LISTED);
  }

  /** What belongs to the whole screen, on a band below the title. */
  Body account(String... parts) {
    String one = String.join(APART, parts);
    boolean fits = Cells.columns(one) <= columns;
    return left(fits ? one : String.join("\n", parts), Ink.ACCOUNT, Row.Kind.BAND);
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
    boolean apart = Cells.columns(spaced) <= columns && columns <= SPACED_COLUMNS_MAXIMUM;
    List<String> lines = apart ? List.of(spaced) : Balance.wrap(text, columns);
    left("", Ink.HINT, Row.Kind.LISTED);
    lines.forEach(line -> left(Cells.centre(line, columns), Ink.HINT, Row.Kind.LISTED));
    left("", Ink.HINT, Row.Kind.LISTED);
    return this;
  }

  Body add(List<Row> more) {
    rows.addAll(more);
    return this;
  }

  private Body left(String text, Ink style, Row.Kind kind) {
    List<String> lines = text.isEmpty() ? List.of("") : Balance.full(text, columns);
    lines.forEach(line -> rows.add(Row.left(line, style, kind, columns)));
    return this;
  }

  private Body centred(String text, Ink style, Row.Kind kind) {
    rows.addAll(Row.centred(text, style, kind, columns));
    return this;
  }
}

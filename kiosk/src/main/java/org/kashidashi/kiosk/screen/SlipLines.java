package org.kashidashi.kiosk.screen;

import java.util.ArrayList;
import java.util.List;

/** Collects the lines of one slip from top to bottom, none wider than the paper. */
final class SlipLines {
  /** More loans than this take one row each, so that no slip is longer than the printer takes. */
  private static final int LOANS_IN_FULL = 40;

  private static final String INDENT = " ";

  private final Paper paper;
  private final Texts texts;
  private final List<String> lines = new ArrayList<>();

  /** A loan as it stands on paper; an empty due date leaves its place free. */
  record Loan(String title, String due) {}

  SlipLines(Paper paper, Texts texts) {
    this.paper = paper;
    this.texts = texts;
  }

  List<String> lines() {
    return List.copyOf(lines);
  }

  SlipLines add(Message message, Object... facts) {
    return add(texts.of(message, facts));
  }

  SlipLines add(String text) {
    lines.addAll(paper.typesetting().wrap(text, paper.columns()));
    return this;
  }

  SlipLines rule() {
    lines.add("-".repeat(paper.columns()));
    return this;
  }

  /** One below the other, their dates in one column. */
  SlipLines loans(List<Loan> loans) {
    for (int index = 0; index < loans.size(); index++) {
      String title = paper.titles() ? title(loans.get(index)) : Integer.toString(index + 1);
      loan(title, loans.get(index).due(), loans.size() <= LOANS_IN_FULL);
    }
    return this;
  }

  private String title(Loan loan) {
    return loan.title().isBlank() ? texts.of(Message.LENDING_UNTITLED) : loan.title();
  }

  private void loan(String title, String due, boolean inFull) {
    int room = roomBeside(due);
    if (columns(title) <= room || !inFull) {
      lines.add(row(paper.typesetting().fit(title, room), due));
      return;
    }
    List<String> rows =
        paper.typesetting().wrap(title, columns(title) <= inside() ? room : inside());
    lines.add(row(rows.getFirst(), ""));
    if (rows.size() > 2) {
      lines.add(row(paper.typesetting().fit(rows.get(1) + rows.get(2), room), due));
    } else if (columns(rows.getLast()) <= room) {
      lines.add(row(rows.getLast(), due));
    } else {
      lines.add(row(rows.getLast(), ""));
      lines.add(row("", due));
    }
  }

  private String row(String title, String due) {
    String gap = " ".repeat(Math.max(0, inside() - columns(title) - columns(due)));
    return (INDENT + title + gap + due).stripTrailing();
  }

  private int roomBeside(String due) {
    return due.isEmpty() ? inside() : inside() - 1 - columns(due);
  }

  private int inside() {
    return paper.columns() - INDENT.length();
  }

  private int columns(String text) {
    return paper.typesetting().columns(text);
  }
}

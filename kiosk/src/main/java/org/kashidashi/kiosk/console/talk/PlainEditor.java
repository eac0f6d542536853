package org.kashidashi.kiosk.console.talk;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;

/** Gathers one line key by key, with nothing but text to show it. */
final class PlainEditor {
  private static final int DELETE = 0x7F;

  /** The most words that are offered at once. */
  private static final int WORDS_MAXIMUM = 60;

  /** Takes back one cell: as old as the teleprinter. */
  private static final String BACK = "\b \b";

  private final String prompt;
  private final Suggestions suggestions;
  private final PrintWriter screen;
  private final boolean seen;
  private final char[] line = new char[Line.LENGTH_MAXIMUM];
  private int length;

  private PlainEditor(String prompt, Suggestions suggestions, PrintWriter screen, boolean seen) {
    this.prompt = prompt;
    this.suggestions = suggestions;
    this.screen = screen;
    this.seen = seen;
  }

  /** Shows nothing: a secret, or a program that types. */
  static PlainEditor unseen() {
    return new PlainEditor("", TerminalLine.NONE, new PrintWriter(PrintWriter.nullWriter()), false);
  }

  /** Shows what is typed, in ASCII; other characters are not taken. */
  static PlainEditor echoing(String prompt, Suggestions suggestions, PrintWriter screen) {
    return new PlainEditor(prompt, suggestions, screen, true);
  }

  void begin() {
    screen.print(prompt);
  }

  /** Takes a key; false if it ends the line. */
  boolean take(char key) {
    switch (key) {
      case '\r', '\n' -> {
        screen.println();
        return false;
      }
      case DELETE, '\b' -> back();
      case '\t' -> complete();
      case '?' -> explain();
      default -> add(key);
    }
    return true;
  }

  boolean isEmpty() {
    return length == 0;
  }

  char[] line() {
    return Arrays.copyOf(line, length);
  }

  void wipe() {
    Arrays.fill(line, '\0');
    length = 0;
  }

  private void back() {
    if (length > 0) {
      length--;
      screen.print(BACK);
    }
  }

  private void add(char key) {
    boolean fits = length < line.length && key >= ' ' && (!seen || key < DELETE);
    if (fits) {
      line[length] = key;
      length++;
      screen.print(key);
    }
  }

  private void complete() {
    if (!seen) {
      return;
    }
    String typed = typed();
    List<String> words = suggestions.words(typed);
    String last = typed.substring(typed.lastIndexOf(' ') + 1);
    if (words.size() == 1) {
      (words.getFirst() + " ").substring(last.length()).chars().forEach(key -> add((char) key));
    } else if (!words.isEmpty()) {
      again(words.stream().limit(WORDS_MAXIMUM).toList());
    }
  }

  private void explain() {
    List<String> rows = seen ? suggestions.explain(typed()) : List.of();
    if (rows.isEmpty()) {
      add('?');
    } else {
      again(rows);
    }
  }

  /** Shows rows under the line, and the line again under them. */
  private void again(List<String> rows) {
    screen.println();
    rows.forEach(row -> screen.println(Printable.row(row, true)));
    screen.print(prompt + typed());
  }

  private String typed() {
    return new String(line, 0, length);
  }
}

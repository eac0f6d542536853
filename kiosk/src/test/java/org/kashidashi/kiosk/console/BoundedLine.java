package org.kashidashi.kiosk.console;

import java.time.Duration;
import org.kashidashi.kiosk.console.talk.BrokenOffException;
import org.kashidashi.kiosk.console.talk.Line;
import org.kashidashi.kiosk.console.talk.LineOverException;
import org.kashidashi.kiosk.console.talk.Suggestions;

/** A line on which nothing may be longer than is promised, in either direction. */
record BoundedLine(Line line) implements Line {
  /** A row for a program has several fields, each bounded by itself. */
  private static final int ROW_MAXIMUM = 16 * 1024;

  @Override
  public int columns() {
    return line.columns();
  }

  @Override
  public String read(String prompt) throws LineOverException, BrokenOffException {
    return bounded(line.read(prompt));
  }

  @Override
  public String readCommand(String prompt, Suggestions suggestions)
      throws LineOverException, BrokenOffException {
    return bounded(line.readCommand(prompt, suggestions));
  }

  @Override
  public char[] readSecretly(String prompt) throws LineOverException, BrokenOffException {
    char[] secret = line.readSecretly(prompt);
    require(secret.length, LENGTH_MAXIMUM);
    return secret;
  }

  @Override
  public void write(String row) {
    require(row.length(), ROW_MAXIMUM);
    line.write(row);
  }

  @Override
  public void silent(boolean silent) {
    line.silent(silent);
  }

  @Override
  public void patience(Duration patience) {
    line.patience(patience);
  }

  @Override
  public void forget() {
    line.forget();
  }

  @Override
  public <T, E extends Exception> T interruptible(Work<T, E> work)
      throws E, InterruptedException, LineOverException {
    return line.interruptible(work);
  }

  private static String bounded(String typed) {
    require(typed.length(), LENGTH_MAXIMUM);
    return typed;
  }

  private static void require(int length, int most) {
    if (length > most) {
      throw new IllegalStateException(
          "an unbounded line: %d characters, need at most %d".formatted(length, most));
    }
  }
}

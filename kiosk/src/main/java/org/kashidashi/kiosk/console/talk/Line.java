package org.kashidashi.kiosk.console.talk;

import java.time.Duration;

/** The line to a technician: text in, text out. One thread. */
public interface Line {
  /** The longest line that is taken; no command comes near it. */
  int LENGTH_MAXIMUM = 256;

  /** What a line has at least; a narrower terminal breaks rows by itself. */
  int COLUMNS_MINIMUM = 40;

  /** How wide it is, in cells; at least {@link #COLUMNS_MINIMUM}. */
  int columns();

  /**
   * Asks for a line.
   *
   * @return what was typed, without its end; printable, at most {@link #LENGTH_MAXIMUM} long
   * @throws LineOverException nobody answers
   * @throws BrokenOffException Ctrl-C, or Ctrl-D on an empty line
   */
  String read(String prompt) throws LineOverException, BrokenOffException;

  /**
   * Asks for a command, as {@link #read} does, with completion and a memory.
   *
   * @throws LineOverException nobody answers
   * @throws BrokenOffException Ctrl-C, or Ctrl-D on an empty line
   */
  String readCommand(String prompt, Suggestions suggestions)
      throws LineOverException, BrokenOffException;

  /**
   * Asks for a line that is not shown.
   *
   * @return the caller's to wipe
   * @throws LineOverException nobody answers
   * @throws BrokenOffException Ctrl-C, or Ctrl-D on an empty line
   */
  char[] readSecretly(String prompt) throws LineOverException, BrokenOffException;

  /** Shows one row. The caller has seen to it that it is printable. */
  void write(String row);

  /** From now on neither prompts nor what is typed are shown, or they are again. */
  void silent(boolean silent);

  /** From now on a technician counts as gone after so long without a key. */
  void patience(Duration patience);

  /** Forgets the commands of whoever was there before. */
  void forget();

  /**
   * Carries out work that Ctrl-C breaks off, by an interrupt of this thread.
   *
   * @throws InterruptedException it was broken off
   * @throws LineOverException the line was cut meanwhile
   */
  <T, E extends Exception> T interruptible(Work<T, E> work)
      throws E, InterruptedException, LineOverException;

  /**
   * What may take long.
   *
   * @param <T> what it gives
   * @param <E> how it may fail
   */
  @FunctionalInterface
  interface Work<T, E extends Exception> {
    T run() throws E, InterruptedException;
  }
}

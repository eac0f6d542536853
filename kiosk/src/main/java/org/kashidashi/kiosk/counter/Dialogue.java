package org.kashidashi.kiosk.counter;

/**
 * Talks with a member of staff, line by line. What it shows is never what the patron sees.
 *
 * <p>Calls block, from one thread.
 */
public interface Dialogue {
  /** The longest line that is taken; an address is the longest thing anybody types. */
  int LINE_MAXIMUM = 300;

  /**
   * Shows some lines.
   *
   * @param text lines of at most 80 columns, parted by {@code \n}
   */
  void tell(String text);

  /** Takes everything off the screen, and out of what can be scrolled back to. */
  void clear();

  /** Whether it was closed: then nobody is waited for any more. */
  boolean closed();

  /**
   * Asks for a line; a barcode that is scanned meanwhile is one, too.
   *
   * @return without its terminator and outer blanks, 0 to {@link #LINE_MAXIMUM} printable
   *     characters
   * @throws DialogueOverException nobody answered, or nobody can any more
   */
  String ask(String prompt) throws DialogueOverException;

  /** Whether the last line came from a scanner of its own, neither typed nor through a keyboard. */
  boolean scanned();

  /**
   * Asks for a line that is not shown.
   *
   * @return the caller's to wipe; 0 to {@link #LINE_MAXIMUM} characters
   * @throws DialogueOverException nobody answered, or nobody can any more
   */
  char[] askSecretly(String prompt) throws DialogueOverException;
}

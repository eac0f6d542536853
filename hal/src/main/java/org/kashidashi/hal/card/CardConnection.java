package org.kashidashi.hal.card;

/**
 * Exclusive use of one card, from connect to close. Confined to the reader's thread.
 *
 * <p>No state of the card may be assumed: a card keeps its security status until it leaves the
 * field, so whoever connects selects an application first.
 */
public interface CardConnection extends AutoCloseable {
  /**
   * Sends one command and waits for the answer. Blocks for at most the driver's command limit.
   * Using a connection that is over or closed is a mistake: {@link IllegalStateException}.
   *
   * @throws CardRemovedException if the card left before the answer came; this connection is over
   * @throws CardUnreadableException if the card stopped answering; this connection is over
   * @throws ReaderUnavailableException if the reader is gone or hangs; this connection is over
   */
  ResponseApdu transmit(CommandApdu command) throws CardException;

  /** The answer to reset, as hexadecimal; for diagnostics only, it identifies no kind of card. */
  String atr();

  /** Ends exclusive use and resets the card. Does nothing the second time. */
  @Override
  void close();
}

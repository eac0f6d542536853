package org.kashidashi.hal.card;

import java.time.Duration;

/**
 * One slot of a card reader.
 *
 * <p>A reader belongs to one thread, which alone calls {@link #awaitChange} and {@link #connect};
 * {@link #wake} may be called from any thread. The reader itself survives everything that can
 * happen to the hardware: after an unplug, a restart of the smart-card service or a hung command it
 * reports {@link CardPresence#READER_DOWN} and recovers by itself on later calls.
 */
public interface CardReader extends AutoCloseable {
  /** The longest wait for a change: whoever waits longer asks again. */
  Duration TIMEOUT_MAX = Duration.ofMinutes(1);

  /** What the operator calls this reader; for the log and the technician, never for a patron. */
  String name();

  /**
   * Waits until presence differs from what this method last returned, at most {@code timeout}.
   * Blocks. The first call returns what is there now, at once.
   *
   * <p>A swap of two cards is never silent: {@link CardPresence#ABSENT} is reported between them,
   * even when the hardware was not asked in the meantime. After {@link CardPresence#READER_DOWN}
   * nobody knows what happened meanwhile, so a card seen then counts as a new one.
   *
   * @param timeout 0 to {@link #TIMEOUT_MAX}
   * @return the presence now; the same value as last time after the timeout or {@link #wake}
   */
  CardPresence awaitChange(Duration timeout);

  /** Ends a running {@link #awaitChange} early, or the next one if none runs. Any thread. */
  void wake();

  /**
   * Connects to the card for exclusive use. The caller closes the connection before anything else
   * is asked of this reader; one connection exists at a time.
   *
   * @throws CardRemovedException if no card is there
   * @throws CardUnreadableException if something is there that does not answer as one card
   * @throws ReaderUnavailableException if the reader or its service is gone
   */
  CardConnection connect() throws CardException;

  /** Releases the reader. Later calls report {@link CardPresence#READER_DOWN}. */
  @Override
  void close();
}

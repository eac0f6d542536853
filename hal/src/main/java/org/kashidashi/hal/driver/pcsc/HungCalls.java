package org.kashidashi.hal.driver.pcsc;

import java.util.concurrent.atomic.AtomicInteger;
import org.kashidashi.hal.card.ReaderUnavailableException;

/** Counts the calls that were left behind and have not returned. Any thread. */
final class HungCalls {
  /** Each costs a thread: a reader that hangs more often than this waits for a restart. */
  static final int HUNG_MAX = 8;

  private final AtomicInteger count = new AtomicInteger();

  void requireRoom() throws ReaderUnavailableException {
    int hanging = count.get();
    if (hanging >= HUNG_MAX) {
      throw new ReaderUnavailableException(
          "%d calls to the smart-card service hang; replug the reader or restart pcscd"
              .formatted(hanging));
    }
  }

  void add() {
    count.incrementAndGet();
  }

  void remove() {
    count.decrementAndGet();
  }
}

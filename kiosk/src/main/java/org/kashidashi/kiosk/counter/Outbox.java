package org.kashidashi.kiosk.counter;

import org.kashidashi.sync.store.StoreException;

/** What was done here and the library system has not heard of yet. Any thread. */
public interface Outbox {
  /** How many loans wait to be sent. */
  int waiting() throws StoreException;

  /**
   * Something was put into it.
   *
   * @param online whether the library system answered a moment ago
   */
  void nudge(boolean online);
}

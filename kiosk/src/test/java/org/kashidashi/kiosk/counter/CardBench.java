package org.kashidashi.kiosk.counter;

import org.kashidashi.hal.card.CardReader;
import org.kashidashi.hal.sim.SimCard;

/** A reader, and the hand that lays cards on it. */
interface CardBench extends AutoCloseable {
  CardReader reader();

  void insert(SimCard card);

  /** Does nothing if no card lies there. */
  void remove();

  @Override
  void close();
}

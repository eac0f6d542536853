package org.kashidashi.kiosk.counter;

import java.time.Duration;
import org.kashidashi.hal.card.CardPresence;
import org.kashidashi.hal.sim.SimCard;
import org.kashidashi.hal.sim.SimCardReader;

/** The simulated reader. */
final class SimBench implements CardBench {
  private final SimCardReader reader = new SimCardReader("simulated reader", SimBench::pass);

  @Override
  public SimCardReader reader() {
    return reader;
  }

  @Override
  public void insert(SimCard card) {
    reader.insert(card);
  }

  @Override
  public void remove() {
    // After a swap the first look tells of the card that is gone.
    var _ = reader.awaitChange(Duration.ZERO);
    if (reader.awaitChange(Duration.ZERO) != CardPresence.ABSENT) {
      reader.remove();
    }
  }

  @Override
  public void close() {
    remove();
    reader.close();
  }

  /** Cards here take no time. */
  private static void pass(Duration time) {
    assert !time.isNegative();
  }
}

package org.kashidashi.hal.driver.escpos;

import java.time.Duration;

/** A moment of {@link System#nanoTime} after which nobody waits any longer. */
record Deadline(long nanoTime) {
  static Deadline in(Duration time) {
    return new Deadline(System.nanoTime() + time.toNanos());
  }

  boolean isOver() {
    return System.nanoTime() - nanoTime >= 0;
  }
}

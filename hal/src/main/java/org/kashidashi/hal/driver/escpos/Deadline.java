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

  /** The time that is left, at most so much; never negative. */
  Duration leftOf(Duration most) {
    long left = Math.max(0, nanoTime - System.nanoTime());
    return Duration.ofNanos(Math.min(left, most.toNanos()));
  }
}

package org.kashidashi.kiosk.diagnosis.check;

import java.time.Duration;
import java.util.function.LongSupplier;

/** How long a check still waits for a person. One thread. */
final class Wait {
  /** Short enough for a device's thread, which others wait for. */
  private static final Duration SLICE = Duration.ofMillis(500);

  private final LongSupplier nanoTime;
  private final long endNanos;

  Wait(LongSupplier nanoTime, Duration patience) {
    this.nanoTime = nanoTime;
    this.endNanos = nanoTime.getAsLong() + patience.toNanos();
  }

  boolean over() {
    return endNanos - nanoTime.getAsLong() <= 0;
  }

  /** How long to wait for a device at once. */
  Duration slice() {
    Duration left = Duration.ofNanos(Math.max(0, endNanos - nanoTime.getAsLong()));
    return left.compareTo(SLICE) < 0 ? left : SLICE;
  }
}

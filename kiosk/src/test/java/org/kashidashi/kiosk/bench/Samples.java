package org.kashidashi.kiosk.bench;

import java.util.Arrays;

/** Durations of repeated runs, in nanoseconds. */
final class Samples {
  private final long[] sorted;

  Samples(long[] nanoseconds) {
    this.sorted = nanoseconds.clone();
    Arrays.sort(sorted);
  }

  double milliseconds(double share) {
    int index = (int) Math.min(sorted.length - 1L, Math.round(share * (sorted.length - 1)));
    return sorted[index] / 1e6;
  }

  double median() {
    return milliseconds(0.5);
  }

  double p95() {
    return milliseconds(0.95);
  }
}

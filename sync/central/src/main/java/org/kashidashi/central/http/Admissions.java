package org.kashidashi.central.http;

import java.time.Duration;

/**
 * Places for those who have proven who they are, apart from places for strangers: these may be slow
 * without end, and must not keep kiosks waiting.
 */
record Admissions(Admission kiosks, Admission strangers) {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  static Admissions make() {
    return new Admissions(
        new Admission(HttpLimits.CONCURRENT_MAXIMUM, HttpLimits.WAITING_MAXIMUM, PATIENCE),
        new Admission(HttpLimits.STRANGERS_MAXIMUM, HttpLimits.STRANGERS_MAXIMUM, PATIENCE));
  }

  Admission of(Access access) {
    return switch (access) {
      case STRANGER -> strangers;
      case RETURNING, KIOSK -> kiosks;
    };
  }

  /** Waits until all who are in have left. */
  void close(Duration longest) throws InterruptedException {
    strangers.close(longest);
    kiosks.close(longest);
  }
}

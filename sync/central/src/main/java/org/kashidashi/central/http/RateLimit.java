package org.kashidashi.central.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Lets so many through at once, then one an interval, whoever they are. Any thread may call it. */
final class RateLimit {
  private final Duration interval;
  private final Duration burst;
  private final Clock clock;

  /** When all that were let through are paid for. */
  private Instant paidAt = Instant.MIN;

  RateLimit(int burst, Duration interval, Clock clock) {
    this.interval = interval;
    this.burst = interval.multipliedBy(burst);
    this.clock = clock;
  }

  synchronized boolean admit() {
    Instant now = clock.instant();
    Instant full = now.plus(burst);
    // A clock that was set back must not shut everybody out until it gets there again.
    Instant from = paidAt.isBefore(now) || paidAt.isAfter(full) ? now : paidAt;
    Instant next = from.plus(interval);
    if (next.isAfter(full)) {
      return false;
    }
    paidAt = next;
    return true;
  }
}

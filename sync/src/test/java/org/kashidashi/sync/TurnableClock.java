package org.kashidashi.sync;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** A clock in Tokyo that moves only when it is turned. */
public final class TurnableClock extends Clock {
  public static final Instant START = Instant.parse("2026-11-20T05:05:00Z");

  private volatile Instant now = START;

  public void turn(Duration by) {
    now = now.plus(by);
  }

  public void set(Instant instant) {
    now = instant;
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneId.of("Asia/Tokyo");
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("the library is in Tokyo");
  }
}

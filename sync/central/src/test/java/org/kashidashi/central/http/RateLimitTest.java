package org.kashidashi.central.http;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.kashidashi.central.SettableClock;

class RateLimitTest {
  private final SettableClock clock = new SettableClock();
  private final RateLimit limit = new RateLimit(3, Duration.ofSeconds(2), clock);

  @Test
  void letsThroughWhatComesSeldom() {
    for (int count = 0; count < 100; count++) {
      assertTrue(limit.admit());
      clock.pass(Duration.ofSeconds(2));
    }
  }

  @Test
  void letsOneMoreThroughAnInterval() {
    exhaust();
    clock.pass(Duration.ofMillis(1999));
    assertFalse(limit.admit());
    clock.pass(Duration.ofMillis(1));
    assertTrue(limit.admit());
    assertFalse(limit.admit());
  }

  @Test
  void savesNoMoreThanABurst() {
    exhaust();
    clock.pass(Duration.ofDays(1));
    exhaust();
  }

  @Test
  void goesOnWhenTheClockIsSetBack() {
    exhaust();
    clock.pass(Duration.ofDays(-10_000));
    exhaust();
  }

  private void exhaust() {
    for (int count = 0; count < 3; count++) {
      assertTrue(limit.admit());
    }
    assertFalse(limit.admit());
  }
}

package org.kashidashi.central.http;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.kashidashi.central.SettableClock;

class CallerLimitsTest {
  private static final Duration INTERVAL = Duration.ofSeconds(2);

  private final SettableClock clock = new SettableClock();

  @Test
  void letsOthersThroughWhileOneIsNoisy() {
    CallerLimits limits = limits(100);
    for (int count = 0; count < 1000; count++) {
      limits.admit("noisy");
    }
    assertFalse(limits.admit("noisy"));
    assertTrue(limits.admit("other"));
    clock.pass(INTERVAL);
    assertTrue(limits.admit("noisy"));
  }

  @Test
  void boundsWhatAllTogetherMayAsk() {
    CallerLimits limits = limits(5);
    for (int caller = 0; caller < 5; caller++) {
      assertTrue(limits.admit("caller " + caller));
    }
    assertFalse(limits.admit("another"));
  }

  @Test
  void remembersTheLatestCallersAlone() {
    CallerLimits limits = limits(10 * CallerLimits.CALLERS_MAXIMUM);
    for (int count = 0; count < 3; count++) {
      assertTrue(limits.admit("first"));
    }
    for (int caller = 1; caller < CallerLimits.CALLERS_MAXIMUM; caller++) {
      assertTrue(limits.admit("caller " + caller));
    }
    assertFalse(limits.admit("first"));
    for (int caller = 0; caller < CallerLimits.CALLERS_MAXIMUM; caller++) {
      assertTrue(limits.admit("further caller " + caller));
    }
    assertTrue(limits.admit("first"));
  }

  private CallerLimits limits(int burstOfAll) {
    return new CallerLimits(
        new CallerLimits.Rate(3, INTERVAL), new CallerLimits.Rate(burstOfAll, INTERVAL), clock);
  }
}

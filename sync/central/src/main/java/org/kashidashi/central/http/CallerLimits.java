package org.kashidashi.central.http;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Lets each caller through at a rate of its own, so that a noisy one keeps nobody else out, up to a
 * rate of all together. Any thread may call it.
 */
final class CallerLimits {
  /** Callers that are remembered; whoever was not heard of for longest is new again. */
  static final int CALLERS_MAXIMUM = 4096;

  /**
   * A rate.
   *
   * @param burst at once, then one an interval
   */
  record Rate(int burst, Duration interval) {
    private RateLimit limit(Clock clock) {
      return new RateLimit(burst, interval, clock);
    }
  }

  private final Rate each;
  private final Clock clock;
  private final RateLimit all;
  private final Map<String, RateLimit> callers = new LinkedHashMap<>(16, 0.75f, true);

  CallerLimits(Rate each, Rate all, Clock clock) {
    this.each = each;
    this.clock = clock;
    this.all = all.limit(clock);
  }

  /** What a caller may not does not count for all. */
  synchronized boolean admit(String caller) {
    RateLimit own = callers.computeIfAbsent(caller, _ -> each.limit(clock));
    if (callers.size() > CALLERS_MAXIMUM) {
      callers.remove(callers.keySet().iterator().next());
    }
    return own.admit() && all.admit();
  }
}

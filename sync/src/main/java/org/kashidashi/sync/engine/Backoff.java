package org.kashidashi.sync.engine;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait after failures in a row: full jitter, at random from nothing to a bound that
 * doubles with each failure up to a cap.
 *
 * <p>Jitter alone does not help when thousands of kiosks come back at the same instant, after a
 * power cut: the first attempt is spread, too.
 */
public final class Backoff {
  private static final int DOUBLINGS_MAXIMUM = 30;

  private final Duration base;
  private final Duration cap;
  private final RandomGenerator random;

  public Backoff(Duration base, Duration cap, RandomGenerator random) {
    if (!base.isPositive() || cap.compareTo(base) < 0) {
      throw new IllegalArgumentException(
          "backoff from %s to %s, need 0 < base <= cap".formatted(base, cap));
    }
    this.base = base;
    this.cap = cap;
    this.random = random;
  }

  /** 2 s to 300 s. */
  public static Backoff usual(RandomGenerator random) {
    return new Backoff(Duration.ofSeconds(2), Duration.ofMinutes(5), random);
  }

  /**
   * @param failures in a row, 1 or more
   */
  Duration after(int failures) {
    int doublings = Math.min(failures - 1, DOUBLINGS_MAXIMUM);
    Duration bound = base.multipliedBy(1L << doublings);
    return upTo(bound.compareTo(cap) > 0 ? cap : bound);
  }

  /** When to run first after the start: at random within the spread. */
  public Duration start(Duration spread) {
    return upTo(spread);
  }

  private Duration upTo(Duration bound) {
    return Duration.ofMillis(random.nextLong(bound.toMillis() + 1));
  }
}

package org.kashidashi.sync.store;

import java.time.Duration;

/**
 * How much the kiosk remembers, and for how long.
 *
 * @param rows of each kind; the oldest beyond it are forgotten
 * @param patrons for how long a patron's standing is kept
 * @param resolutions for how long an authority's answer is kept
 * @param links for how long a link is kept
 * @param items for how long title and class of an item are kept
 */
public record CacheLimits(
    int rows, Duration patrons, Duration resolutions, Duration links, Duration items) {
  public CacheLimits {
    if (rows < 1) {
      throw new IllegalArgumentException("cache of %d rows, need 1 or more".formatted(rows));
    }
  }

  /** 20,000 of each; a week, a day, a week, a quarter of a year. */
  public static CacheLimits defaults() {
    return new CacheLimits(
        20_000, Duration.ofDays(7), Duration.ofDays(1), Duration.ofDays(7), Duration.ofDays(90));
  }
}

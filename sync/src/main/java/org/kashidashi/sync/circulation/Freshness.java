package org.kashidashi.sync.circulation;

import java.time.Duration;
import java.time.Instant;

/**
 * How long an answer that was heard once may be relied on.
 *
 * @param fresh up to this age it is as good as a new answer
 * @param usable up to this age it is good enough while nobody can be asked; not less than fresh
 */
public record Freshness(Duration fresh, Duration usable) {
  /** What the age of an answer allows. */
  public enum Age {
    FRESH,
    AGED,
    TOO_OLD
  }

  public Freshness {
    if (fresh.isNegative() || usable.compareTo(fresh) < 0) {
      throw new IllegalArgumentException(
          "fresh for %s and usable for %s, need 0 <= fresh <= usable".formatted(fresh, usable));
    }
  }

  /** An answer from the future means that the clock went back: its age is in doubt. */
  public Age of(Instant asOf, Instant now) {
    Duration age = Duration.between(asOf, now);
    if (age.isNegative()) {
      return Age.AGED;
    }
    if (age.compareTo(fresh) <= 0) {
      return Age.FRESH;
    }
    return age.compareTo(usable) <= 0 ? Age.AGED : Age.TOO_OLD;
  }
}

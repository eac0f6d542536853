package org.kashidashi.sync.engine;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BackoffTest {
  private static final int DRAWS = 2_000;

  private final Backoff backoff = Backoff.usual(new Random(3));

  @ParameterizedTest
  @CsvSource({"1, 2", "2, 4", "3, 8", "8, 256", "9, 300", "10, 300", "1000000, 300"})
  void waitsAreSpreadFromNothingToTheBound(int failures, long boundSeconds) {
    Duration bound = Duration.ofSeconds(boundSeconds);
    int upperHalf = 0;
    for (int draw = 0; draw < DRAWS; draw++) {
      Duration wait = backoff.after(failures);
      assertTrue(!wait.isNegative() && wait.compareTo(bound) <= 0, wait.toString());
      if (wait.multipliedBy(2).compareTo(bound) > 0) {
        upperHalf++;
      }
    }
    assertTrue(upperHalf > DRAWS / 3 && upperHalf < DRAWS * 2 / 3, upperHalf + " of " + DRAWS);
  }

  @Test
  void firstRunIsWithinTheSpread() {
    for (int draw = 0; draw < DRAWS; draw++) {
      Duration start = backoff.start(Duration.ofMinutes(5));
      assertTrue(!start.isNegative() && start.compareTo(Duration.ofMinutes(5)) <= 0);
    }
  }
}

package org.kashidashi.sync.circulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FreshnessTest {
  private static final Instant NOW = Instant.parse("2026-11-20T05:05:00Z");

  @ParameterizedTest
  @CsvSource({
    "PT0S, FRESH",
    "PT15M, FRESH",
    "PT15M0.001S, AGED",
    "P7D, AGED",
    "P7DT0.001S, TOO_OLD",
    "PT-0.001S, AGED",
    "P-400D, AGED",
  })
  void ageDecidesWhatAnAnswerIsGoodFor(Duration age, Freshness.Age expected) {
    Freshness freshness = new Freshness(Duration.ofMinutes(15), Duration.ofDays(7));

    assertEquals(expected, freshness.of(NOW.minus(age), NOW));
  }

  @Test
  void refusesToBeFreshForLongerThanUsable() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new Freshness(Duration.ofDays(2), Duration.ofDays(1)));
  }
}

package org.kashidashi.sync.circulation.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kashidashi.sync.circulation.ClockState;
import org.kashidashi.sync.circulation.DueDate;

final class DueDatesTest {
  private static final DueDates TOKYO = new DueDates(ZoneId.of("Asia/Tokyo"));

  @ParameterizedTest
  @CsvSource({
    "2026-11-20T05:05:00Z, 15, 2026-12-05",
    // Late in the evening in UTC is the next day in Tokyo.
    "2026-11-20T15:00:00Z, 15, 2026-12-06",
    "2026-11-20T14:59:59Z, 15, 2026-12-05",
    "2028-02-14T00:00:00Z, 15, 2028-02-29",
    "2026-12-31T00:00:00Z, 1, 2027-01-01",
  })
  void countsFromTheDayInTheLibrarysZone(Instant lentAt, int days, LocalDate expected) {
    assertEquals(
        Optional.of(new DueDate(expected, false)),
        TOKYO.due(lentAt, days, ClockState.SYNCED, false));
  }

  @Test
  void saysNoDateWhenTheClockIsNotTrusted() {
    assertEquals(Optional.empty(), TOKYO.due(Instant.EPOCH, 15, ClockState.UNKNOWN, false));
  }

  @Test
  void saysProvisionalDateWhenOffline() {
    assertEquals(
        Optional.of(new DueDate(LocalDate.parse("2026-12-05"), true)),
        TOKYO.due(Instant.parse("2026-11-20T05:05:00Z"), 15, ClockState.HOLDOVER, true));
  }
}

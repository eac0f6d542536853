package org.kashidashi.central.validity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kashidashi.central.circulation.LendTo;
import org.kashidashi.central.circulation.LoanRules;

final class ValidityRuleTest {
  private static final ValidityRule THIRD_YEAR =
      new ValidityRule.UntilBirthday(BirthdayRule.THIRD_CALENDAR_YEAR);
  private static final ValidityRule THREE_YEARS =
      new ValidityRule.UntilBirthday(BirthdayRule.ON_OR_AFTER_THREE_YEARS);
  private static final ValidityRule CHECKED = new ValidityRule.YearAfterCheck();

  @ParameterizedTest
  @CsvSource({
    // from, born, third calendar year, on or after three years
    "2024-06-01, 1980-03-01, 2027-03-01, 2028-03-01",
    "2024-06-01, 1980-09-01, 2027-09-01, 2027-09-01",
    "2024-06-01, 1980-06-01, 2027-06-01, 2027-06-01",
    "2024-06-01, 1980-05-31, 2027-05-31, 2028-05-31",
    "2024-06-01, 1980-06-02, 2027-06-02, 2027-06-02",
    "2024-01-01, 1980-12-31, 2027-12-31, 2027-12-31",
    "2024-12-31, 1980-01-01, 2027-01-01, 2028-01-01",
    "2024-12-31, 1980-12-31, 2027-12-31, 2027-12-31",
    // A child of this year, and a person of 120.
    "2024-06-01, 2024-05-30, 2027-05-30, 2028-05-30",
    "2024-06-01, 1904-07-07, 2027-07-07, 2027-07-07",
  })
  void countsToTheBirthdayThreeYearsLater(
      LocalDate from, LocalDate born, LocalDate thirdYear, LocalDate threeYears) {
    assertEquals(thirdYear, THIRD_YEAR.validUntil(from, Optional.of(born)));
    assertEquals(threeYears, THREE_YEARS.validUntil(from, Optional.of(born)));
  }

  @ParameterizedTest
  @CsvSource({
    // The year in which it ends is a common one: 28 February.
    "2024-06-01, 2027-02-28, 2028-02-29",
    "2023-02-28, 2026-02-28, 2026-02-28",
    "2023-03-01, 2026-02-28, 2027-02-28",
    // The year in which it ends is a leap year.
    "2025-02-28, 2028-02-29, 2028-02-29",
    "2025-03-01, 2028-02-29, 2029-02-28",
    // From a leap day on.
    "2024-02-29, 2027-02-28, 2027-02-28",
  })
  void countsForWhoWasBornOnLeapDay(LocalDate from, LocalDate thirdYear, LocalDate threeYears) {
    Optional<LocalDate> born = Optional.of(LocalDate.of(1996, 2, 29));

    assertEquals(thirdYear, THIRD_YEAR.validUntil(from, born));
    assertEquals(threeYears, THREE_YEARS.validUntil(from, born));
  }

  @Test
  void asksForTheBirthDateWhereTheRuleNeedsIt() {
    assertThrows(
        IllegalArgumentException.class,
        () -> THIRD_YEAR.validUntil(LocalDate.of(2024, 6, 1), Optional.empty()));
    assertTrue(THIRD_YEAR.needsBirthDate());
    assertFalse(CHECKED.needsBirthDate());
    assertFalse(new ValidityRule.FixedTerm(24).needsBirthDate());
  }

  @ParameterizedTest
  @CsvSource({
    "2024-03-01, 2025-03-01",
    "2024-02-29, 2025-02-28",
    "2023-02-28, 2024-02-28",
    "2023-03-01, 2024-03-01",
    "2024-12-31, 2025-12-31",
  })
  void countsOneYearFromTheDayOfTheCheck(LocalDate checked, LocalDate until) {
    assertEquals(until, CHECKED.validUntil(checked, Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource({
    "24, 2024-03-01, 2026-03-01",
    "6, 2024-08-31, 2025-02-28",
    "6, 2023-08-31, 2024-02-29",
    "12, 2024-02-29, 2025-02-28",
    "48, 2024-02-29, 2028-02-29",
    "3, 2024-11-30, 2025-02-28",
  })
  void countsFixedTermInMonthsToTheirEnd(int months, LocalDate from, LocalDate until) {
    assertEquals(until, new ValidityRule.FixedTerm(months).validUntil(from, Optional.empty()));
  }

  @ParameterizedTest
  @ValueSource(ints = {Integer.MIN_VALUE, 0, 1, 121})
  void refusesFixedTermThatIsNone(int months) {
    assertThrows(IllegalArgumentException.class, () -> new ValidityRule.FixedTerm(months));
  }

  @ParameterizedTest
  @CsvSource({
    "2027-03-01, 2027-02-01",
    "2027-03-31, 2027-02-28",
    "2028-03-31, 2028-02-29",
    "2027-03-28, 2027-02-28",
    "2027-02-28, 2027-01-28",
    "2027-01-01, 2026-12-01",
  })
  void renewsFromOneMonthBeforeTheEnd(LocalDate expires, LocalDate from) {
    assertEquals(from, THIRD_YEAR.renewableFrom(expires));
    assertEquals(from, CHECKED.renewableFrom(expires));
    assertEquals(from, new ValidityRule.FixedTerm(24).renewableFrom(expires));
  }

  /** 15:00 in Greenwich is midnight at the library. */
  @ParameterizedTest
  @CsvSource({
    "2024-05-31T14:59:59Z, 2027-05-31, 2027-05-31, 2025-05-31",
    "2024-05-31T15:00:00Z, 2027-05-31, 2028-05-31, 2025-06-01",
    "2024-12-31T14:59:59Z, 2027-05-31, 2028-05-31, 2025-12-31",
    "2024-12-31T15:00:00Z, 2028-05-31, 2028-05-31, 2026-01-01",
    "2024-02-28T15:00:00Z, 2027-05-31, 2027-05-31, 2025-02-28",
  })
  void countsFromTheLibrarysOwnDay(
      Instant instant, LocalDate thirdYear, LocalDate threeYears, LocalDate checked) {
    LocalDate from = new LoanRules(ZoneId.of("Asia/Tokyo"), 30, 15, LendTo.ANYONE).dayOf(instant);
    Optional<LocalDate> born = Optional.of(LocalDate.of(1980, 5, 31));

    assertEquals(thirdYear, THIRD_YEAR.validUntil(from, born));
    assertEquals(threeYears, THREE_YEARS.validUntil(from, born));
    assertEquals(checked, CHECKED.validUntil(from, born));
  }

  /** No rule gives a card that is over, or that can be renewed, on the day it is given out. */
  @Test
  void givesEachDayOfFourYearsATermThatOutlastsItsRenewal() {
    Optional<LocalDate> born = Optional.of(LocalDate.of(1996, 2, 29));
    for (LocalDate day = LocalDate.of(2024, 1, 1);
        day.isBefore(LocalDate.of(2028, 1, 1));
        day = day.plusDays(1)) {
      for (ValidityRule rule :
          new ValidityRule[] {THIRD_YEAR, THREE_YEARS, CHECKED, new ValidityRule.FixedTerm(2)}) {
        LocalDate until = rule.validUntil(day, born);
        assertTrue(rule.renewableFrom(until).isAfter(day), rule + " from " + day);
      }
    }
  }
}

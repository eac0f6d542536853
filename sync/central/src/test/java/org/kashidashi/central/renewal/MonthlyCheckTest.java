package org.kashidashi.central.renewal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.kashidashi.central.circulation.Residence;
import org.kashidashi.central.validity.ValidityRule;
import org.kashidashi.sync.circulation.Renewal;
import org.kashidashi.sync.registry.SignatureStanding;

final class MonthlyCheckTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
  private static final MonthlyCheck CHECK = new MonthlyCheck(new ValidityRule.YearAfterCheck());

  /** What the authority may say. */
  enum Answer {
    VALID,
    NONE,
    REVOKED,
    UNKNOWN,
    UNAVAILABLE;

    private SignatureStanding standing() {
      return switch (this) {
        case VALID -> new SignatureStanding.Valid();
        case NONE -> new SignatureStanding.None();
        case REVOKED -> new SignatureStanding.Revoked();
        case UNKNOWN -> new SignatureStanding.UnknownPerson();
        case UNAVAILABLE -> new SignatureStanding.Unavailable("test");
      };
    }
  }

  @ParameterizedTest
  @CsvSource({
    // expires, renewal, residence, answer: outcome, expires, renewal
    "2026-12-31, AUTOMATIC, RESIDENT, VALID, PROLONGED, 2027-11-20, AUTOMATIC",
    "2026-12-31, AT_COUNTER, RESIDENT, VALID, PROLONGED, 2027-11-20, AUTOMATIC",
    "2026-12-31, AUTOMATIC_FAILED, RESIDENT, VALID, PROLONGED, 2027-11-20, AUTOMATIC",
    "2026-12-31, AUTOMATIC, ELSEWHERE, VALID, PROLONGED, 2027-11-20, AUTOMATIC",
    // Somebody who works in the city and has moved there.
    "2026-12-31, WITH_PROOF, RESIDENT, VALID, PROLONGED, 2027-11-20, AUTOMATIC",
    // The last day is a valid one, the day before is not.
    "2026-11-20, AUTOMATIC, RESIDENT, VALID, PROLONGED, 2027-11-20, AUTOMATIC",
    "2026-11-19, AUTOMATIC, RESIDENT, VALID, EXPIRED, 2026-11-19, AUTOMATIC_FAILED",
    "2026-11-19, AT_COUNTER, RESIDENT, VALID, EXPIRED, 2026-11-19, AT_COUNTER",
    "2020-01-01, AUTOMATIC_FAILED, RESIDENT, VALID, EXPIRED, 2020-01-01, AUTOMATIC_FAILED",
    // Never shortened.
    "2027-11-20, AUTOMATIC, RESIDENT, VALID, LONGER_ALREADY, 2027-11-20, AUTOMATIC",
    "2029-03-31, AT_COUNTER, RESIDENT, VALID, LONGER_ALREADY, 2029-03-31, AUTOMATIC",
    "2029-03-31, AUTOMATIC, RESIDENT, REVOKED, SIGNATURE_CERTIFICATE_REVOKED, 2029-03-31, AUTOMATIC_FAILED",
    // Lives outside, works or studies inside.
    "2026-12-31, AUTOMATIC, COMMUTER, VALID, COMMUTER, 2026-12-31, WITH_PROOF",
    "2026-12-31, AT_COUNTER, COMMUTER, NONE, COMMUTER, 2026-12-31, WITH_PROOF",
    "2026-11-19, WITH_PROOF, COMMUTER, VALID, EXPIRED, 2026-11-19, WITH_PROOF",
    // Whatever else: to the counter.
    "2026-12-31, AUTOMATIC, RESIDENT, NONE, NO_SIGNATURE_CERTIFICATE, 2026-12-31, AUTOMATIC_FAILED",
    "2026-12-31, AT_COUNTER, RESIDENT, NONE, NO_SIGNATURE_CERTIFICATE, 2026-12-31, AT_COUNTER",
    "2026-12-31, AUTOMATIC, RESIDENT, REVOKED, SIGNATURE_CERTIFICATE_REVOKED, 2026-12-31, AUTOMATIC_FAILED",
    "2026-12-31, AUTOMATIC, RESIDENT, UNKNOWN, UNKNOWN_TO_AUTHORITY, 2026-12-31, AUTOMATIC_FAILED",
    "2026-12-31, AUTOMATIC, RESIDENT, UNAVAILABLE, AUTHORITY_UNAVAILABLE, 2026-12-31, AUTOMATIC_FAILED",
    "2026-12-31, AUTOMATIC_FAILED, RESIDENT, UNAVAILABLE, AUTHORITY_UNAVAILABLE, 2026-12-31, AUTOMATIC_FAILED",
  })
  void judges(
      LocalDate expires,
      Renewal renewal,
      Residence residence,
      Answer answer,
      CheckOutcome outcome,
      LocalDate until,
      Renewal after) {
    CheckedCard card = new CheckedCard(expires, renewal, residence);

    assertEquals(
        new CheckVerdict(outcome, until, after), CHECK.judge(card, answer.standing(), DAY));
  }

  @ParameterizedTest
  @EnumSource(Renewal.class)
  void asksNobodyAboutWhomTheAnswerWouldChangeNothing(Renewal renewal) {
    assertEquals(
        CheckOutcome.EXPIRED, unasked("2026-11-19", renewal, Residence.RESIDENT).orElseThrow());
    assertEquals(
        CheckOutcome.COMMUTER,
        unasked("2026-11-20", renewal, Residence.COMMUTER).orElseThrow());
    assertEquals(Optional.empty(), unasked("2026-11-20", renewal, Residence.RESIDENT));
    assertEquals(Optional.empty(), unasked("2026-11-20", renewal, Residence.ELSEWHERE));
  }

  @Test
  void groupsOutcomesForTheReport() {
    assertEquals(CheckOutcome.Group.RENEWED, CheckOutcome.LONGER_ALREADY.group());
    assertEquals(CheckOutcome.Group.NOT_ELIGIBLE, CheckOutcome.COMMUTER.group());
    assertEquals(CheckOutcome.Group.FAILED, CheckOutcome.AUTHORITY_UNAVAILABLE.group());
  }

  private static Optional<CheckOutcome> unasked(
      String expires, Renewal renewal, Residence residence) {
    return CHECK
        .unasked(new CheckedCard(LocalDate.parse(expires), renewal, residence), DAY)
        .map(CheckVerdict::outcome);
  }
}

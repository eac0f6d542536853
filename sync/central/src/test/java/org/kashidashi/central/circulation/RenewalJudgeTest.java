package org.kashidashi.central.circulation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kashidashi.sync.circulation.Block;
import org.kashidashi.sync.circulation.ItemBarcode;
import org.kashidashi.sync.circulation.LoanRenewal;
import org.kashidashi.sync.circulation.LoanRenewal.Reason;
import org.kashidashi.sync.circulation.PatronId;
import org.kashidashi.sync.circulation.PatronStanding;
import org.kashidashi.sync.circulation.Renewal;

class RenewalJudgeTest {
  private static final Instant NOW = Instant.parse("2026-11-20T05:05:00Z");
  private static final PatronId PATRON = new PatronId("9999900120");
  private static final PatronId OTHER = new PatronId("9999900898");
  private static final Optional<PatronId> NO_HOLD = Optional.empty();

  private final RenewalJudge judge =
      new RenewalJudge(new LoanRules(ZoneId.of("Asia/Tokyo"), 30, 15, LendTo.ANYONE));

  @Test
  void countsTheDaysOfTheLoanAnewFromToday() {
    LoanRenewal expected = new LoanRenewal.Renewed(LocalDate.parse("2026-12-05"));
    assertEquals(expected, judge(loan("2026-11-25", 0), standing("2027-03-31"), NO_HOLD));
    assertEquals(expected, judge(loan("2026-11-20", 0), standing("2027-03-31"), NO_HOLD));
  }

  @Test
  void renewsWhatWaitsForThePatronAlone() {
    assertEquals(
        new LoanRenewal.Renewed(LocalDate.parse("2026-12-05")),
        judge(loan("2026-11-25", 0), standing("2027-03-31"), Optional.of(PATRON)));
  }

  @Test
  void refusesWhatAnotherWaitsFor() {
    assertRefused(
        Reason.ON_HOLD, loan("2026-11-25", 0), standing("2027-03-31"), Optional.of(OTHER));
  }

  @Test
  void refusesWhatIsOverdue() {
    assertRefused(Reason.OVERDUE, loan("2026-11-19", 0), standing("2027-03-31"), NO_HOLD);
  }

  @Test
  void countsDaysWhereTheLibraryIs() {
    assertEquals(
        new LoanRenewal.Refused(Reason.OVERDUE, LocalDate.parse("2026-11-20")),
        judge.judge(
            loan("2026-11-20", 0),
            standing("2027-03-31"),
            NO_HOLD,
            Instant.parse("2026-11-20T15:00:00Z")));
  }

  @Test
  void refusesTheSecondTime() {
    assertRefused(Reason.TOO_OFTEN, loan("2026-11-25", 1), standing("2027-03-31"), NO_HOLD);
  }

  @Test
  void changesNothingWhenRepeatedOnTheSameDay() {
    assertRefused(Reason.NOT_LATER, loan("2026-12-05", 1), standing("2027-03-31"), NO_HOLD);
  }

  @Test
  void refusesWhoseLibraryCardHasExpired() {
    assertRefused(Reason.PATRON_EXPIRED, loan("2026-11-25", 0), standing("2026-11-19"), NO_HOLD);
  }

  @Test
  void refusesWhoIsBlocked() {
    assertRefused(
        Reason.PATRON_BLOCKED, loan("2026-11-25", 0), standing("2027-03-31", Block.OTHER), NO_HOLD);
  }

  private void assertRefused(
      Reason reason, OwnLoan loan, PatronStanding patron, Optional<PatronId> heldFor) {
    assertEquals(new LoanRenewal.Refused(reason, loan.due()), judge(loan, patron, heldFor));
  }

  private LoanRenewal judge(OwnLoan loan, PatronStanding patron, Optional<PatronId> heldFor) {
    return judge.judge(loan, patron, heldFor, NOW);
  }

  private static OwnLoan loan(String due, long renewals) {
    return new OwnLoan(new ItemBarcode("1000000016"), "見本", LocalDate.parse(due), renewals, false);
  }

  private static PatronStanding standing(String expires, Block... blocks) {
    return new PatronStanding(
        PATRON, LocalDate.parse(expires), Renewal.AT_COUNTER, Set.of(blocks), 1, 30, 15, NOW);
  }
}

package org.kashidashi.central.circulation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.kashidashi.sync.circulation.Block;
import org.kashidashi.sync.circulation.ItemBarcode;
import org.kashidashi.sync.circulation.ItemClass;
import org.kashidashi.sync.circulation.LoanFlag;
import org.kashidashi.sync.circulation.PatronId;
import org.kashidashi.sync.circulation.PatronStanding;
import org.kashidashi.sync.circulation.Renewal;

class OperationJudgeTest {
  private static final Instant RECEIVED = Instant.parse("2026-11-20T05:05:00Z");
  private static final Instant LENT = RECEIVED.minus(Duration.ofHours(1));
  private static final PatronId PATRON = new PatronId("9999900120");
  private static final PatronId OTHER = new PatronId("9999900898");
  private static final LocalDate DUE = LocalDate.parse("2026-12-05");
  private static final LocalDate OPEN_DUE = LocalDate.parse("2026-11-25");
  private static final LoanRules RULES =
      new LoanRules(ZoneId.of("Asia/Tokyo"), 30, 15, LendTo.ANYONE);

  private final OperationJudge judge = new OperationJudge(RULES);

  static Stream<Arguments> loans() {
    Instant earlier = LENT.minusSeconds(1);
    Instant later = LENT.plusSeconds(1);
    return Stream.of(
        row("nothing against it", facts(), lent()),
        row("patron unknown", facts().noPatron(), quarantined(StaffReason.UNKNOWN_PATRON)),
        row("item unknown", facts().noItem(), quarantined(StaffReason.UNKNOWN_ITEM)),
        row(
            "both unknown",
            facts().noPatron().noItem(),
            quarantined(StaffReason.UNKNOWN_PATRON, StaffReason.UNKNOWN_ITEM)),
        row("expired yesterday", facts().expires("2026-11-19"), lent(StaffReason.PATRON_EXPIRED)),
        row("expires today", facts().expires("2026-11-20"), lent()),
        row("blocked", facts().block(Block.OVERDUE), lent(StaffReason.PATRON_BLOCKED)),
        row("at the limit", facts().loansOut(30), lent(StaffReason.OVER_LIMIT)),
        row("one below the limit", facts().loansOut(29), lent()),
        row("reference", facts().of(ItemClass.REFERENCE), lent(StaffReason.ITEM_NOT_FOR_LOAN)),
        row("restricted", facts().of(ItemClass.RESTRICTED), lent(StaffReason.ITEM_NOT_FOR_LOAN)),
        row(
            "other library's",
            facts().of(ItemClass.OTHER_LIBRARY),
            lent(StaffReason.ITEM_NOT_FOR_LOAN)),
        row("audiovisual", facts().of(ItemClass.AUDIOVISUAL), lent()),
        row("on hold for another", facts().heldFor(OTHER), lent(StaffReason.ITEM_ON_HOLD)),
        row(
            "on hold for the patron",
            facts().heldFor(PATRON),
            new Judgement.Lent(LENT, DUE, Optional.empty(), true, Set.of())),
        row(
            "another has it since before",
            facts().open(OTHER, "k2", 1, earlier),
            lentOn(LENT, StaffReason.ITEM_ON_LOAN_TO_ANOTHER)),
        row(
            "another has it since the same moment",
            facts().open(OTHER, "k2", 1, LENT),
            lentOn(LENT, StaffReason.ITEM_ON_LOAN_TO_ANOTHER)),
        row(
            "another has it since after",
            facts().open(OTHER, "k2", 1, later),
            past(Ending.OVERTAKEN, DUE, StaffReason.ITEM_ON_LOAN_TO_ANOTHER)),
        row(
            "another has it by a later count of the same kiosk, though its clock went back",
            facts().open(OTHER, "k1", 43, earlier),
            past(Ending.OVERTAKEN, DUE, StaffReason.ITEM_ON_LOAN_TO_ANOTHER)),
        row(
            "another has it by an earlier count of the same kiosk, though its clock was ahead",
            facts().open(OTHER, "k1", 41, later),
            lentOn(later, StaffReason.ITEM_ON_LOAN_TO_ANOTHER)),
        row(
            "the patron has it already",
            facts().open(PATRON, "k2", 1, earlier),
            past(Ending.REPEATED, OPEN_DUE, StaffReason.ALREADY_ON_LOAN)),
        row(
            "the patron has it already, since after",
            facts().open(PATRON, "k2", 1, later),
            past(Ending.REPEATED, OPEN_DUE, StaffReason.ALREADY_ON_LOAN)),
        row(
            "much against it",
            facts().expires("2026-10-31").block(Block.OTHER).loansOut(99).heldFor(OTHER),
            lent(
                StaffReason.ITEM_ON_HOLD,
                StaffReason.PATRON_EXPIRED,
                StaffReason.PATRON_BLOCKED,
                StaffReason.OVER_LIMIT)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("loans")
  void judges(String situation, CirculationFacts facts, Judgement expected) {
    assertEquals(expected, judge.judge(loan(LENT, ClockTrust.SYNCED), facts, RECEIVED));
  }

  @Test
  void countsFromArrivalWhenTheClockIsUnknown() {
    assertUntrusted(loan(Instant.EPOCH, ClockTrust.UNKNOWN));
  }

  @Test
  void countsFromArrivalWhenTheKioskFlagsItsClock() {
    assertUntrusted(loan(LENT, ClockTrust.RTC, LoanFlag.UNTRUSTED_CLOCK));
  }

  @Test
  void countsFromArrivalWhenTheTimeIsAheadOfUs() {
    assertUntrusted(
        loan(RECEIVED.plus(OperationJudge.AHEAD_MAXIMUM).plusNanos(1), ClockTrust.SYNCED));
  }

  @Test
  void countsFromArrivalWhenTheTimeIsTooOld() {
    assertUntrusted(
        loan(RECEIVED.minus(OperationJudge.AGE_MAXIMUM).minusNanos(1), ClockTrust.SYNCED));
  }

  @Test
  void believesAClockThatIsALittleAhead() {
    Instant ahead = RECEIVED.plus(OperationJudge.AHEAD_MAXIMUM);
    assertEquals(
        new Judgement.Lent(ahead, DUE, Optional.empty(), false, Set.of()),
        judge.judge(loan(ahead, ClockTrust.HOLDOVER), facts().build(), RECEIVED));
  }

  @Test
  void countsDaysInTheLibrarysTimeZone() {
    Instant lateInTheEvening = Instant.parse("2026-11-19T14:59:59Z");
    Instant pastMidnight = Instant.parse("2026-11-19T15:00:00Z");
    assertEquals(LocalDate.parse("2026-12-04"), due(lateInTheEvening));
    assertEquals(DUE, due(pastMidnight));
  }

  private LocalDate due(Instant lentAt) {
    Judgement judgement = judge.judge(loan(lentAt, ClockTrust.RTC), facts().build(), RECEIVED);
    return OperationResult.of("k1-7-42", judgement).due().orElseThrow();
  }

  private void assertUntrusted(LoanOperation loan) {
    assertEquals(
        new Judgement.Lent(
            RECEIVED, DUE, Optional.empty(), false, Set.of(StaffReason.CLOCK_UNTRUSTED)),
        judge.judge(loan, facts().build(), RECEIVED));
  }

  private static Arguments row(String situation, Facts facts, Judgement expected) {
    return Arguments.of(situation, facts.build(), expected);
  }

  private static Judgement lent(StaffReason... reasons) {
    return new Judgement.Lent(LENT, DUE, Optional.empty(), false, Set.of(reasons));
  }

  private static Judgement lentOn(Instant endsOpenLoanAt, StaffReason... reasons) {
    return new Judgement.Lent(LENT, DUE, Optional.of(endsOpenLoanAt), false, Set.of(reasons));
  }

  private static Judgement past(Ending ending, LocalDate due, StaffReason... reasons) {
    return new Judgement.Past(LENT, due, LENT, ending, Set.of(reasons));
  }

  private static Judgement quarantined(StaffReason... reasons) {
    return new Judgement.Quarantined(Set.of(reasons));
  }

  private static LoanOperation loan(Instant lentAt, ClockTrust clock, LoanFlag... flags) {
    return new LoanOperation(
        "k1-7-42",
        new Origin("k1", 7, 42),
        PATRON,
        new ItemBarcode("1000000016"),
        lentAt,
        clock,
        Optional.empty(),
        Set.of(flags));
  }

  private static Facts facts() {
    return new Facts(
        true,
        LocalDate.parse("2027-03-31"),
        EnumSet.noneOf(Block.class),
        0,
        Optional.of(ItemClass.STANDARD),
        Optional.empty(),
        Optional.empty());
  }

  /** Facts with nothing against a loan, and what is changed of them. */
  private record Facts(
      boolean known,
      LocalDate expires,
      Set<Block> blocks,
      int loansOut,
      Optional<ItemClass> itemClass,
      Optional<OpenLoan> openLoan,
      Optional<PatronId> hold) {
    CirculationFacts build() {
      PatronStanding standing = new PatronStanding(
          PATRON, expires, Renewal.AT_COUNTER, blocks, loansOut, 30, 15, RECEIVED);
      return new CirculationFacts(
          known ? Optional.of(standing) : Optional.empty(), itemClass, openLoan, hold);
    }

    Facts noPatron() {
      return new Facts(false, expires, blocks, loansOut, itemClass, openLoan, hold);
    }

    Facts noItem() {
      return new Facts(known, expires, blocks, loansOut, Optional.empty(), openLoan, hold);
    }

    Facts expires(String date) {
      return new Facts(known, LocalDate.parse(date), blocks, loansOut, itemClass, openLoan, hold);
    }

    Facts block(Block block) {
      return new Facts(known, expires, Set.of(block), loansOut, itemClass, openLoan, hold);
    }

    Facts loansOut(int count) {
      return new Facts(known, expires, blocks, count, itemClass, openLoan, hold);
    }

    Facts of(ItemClass other) {
      return new Facts(known, expires, blocks, loansOut, Optional.of(other), openLoan, hold);
    }

    Facts open(PatronId patron, String kiosk, long sequence, Instant lentAt) {
      OpenLoan open = new OpenLoan(patron, new Origin(kiosk, 7, sequence), lentAt, OPEN_DUE);
      return new Facts(known, expires, blocks, loansOut, itemClass, Optional.of(open), hold);
    }

    Facts heldFor(PatronId patron) {
      return new Facts(known, expires, blocks, loansOut, itemClass, openLoan, Optional.of(patron));
    }
  }
}

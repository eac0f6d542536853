package org.kashidashi.sync.circulation.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kashidashi.sync.circulation.Block;
import org.kashidashi.sync.circulation.CirculationStatus;
import org.kashidashi.sync.circulation.ClockState;
import org.kashidashi.sync.circulation.Freshness.Age;
import org.kashidashi.sync.circulation.Item;
import org.kashidashi.sync.circulation.ItemBarcode;
import org.kashidashi.sync.circulation.ItemClass;
import org.kashidashi.sync.circulation.ItemFacts;
import org.kashidashi.sync.circulation.LoanRefusal;
import org.kashidashi.sync.circulation.PatronId;
import org.kashidashi.sync.circulation.PatronStanding;
import org.kashidashi.sync.circulation.Renewal;

final class LoanPolicyTest {
  private static final Instant NOW = Instant.parse("2026-11-20T05:05:00Z");
  private static final LocalDate TODAY = LocalDate.parse("2026-11-20");
  private static final LocalDate DUE = LocalDate.parse("2026-12-01");
  private static final LocalDate YESTERDAY = TODAY.minusDays(1);
  private static final ItemBarcode BARCODE = new ItemBarcode("1000000001");

  record Row(String name, LoanQuestion question, Optional<LoanRefusal> expected) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Row> rows() {
    return Stream.of(
        lends("a standard item to a patron in good standing", ask()),
        lends("on the last day of the library card", ask().expires(TODAY)),
        refuses(
            "the day after the library card's last",
            ask().expires(YESTERDAY),
            new LoanRefusal.LibraryCardExpired(YESTERDAY)),
        lends(
            "an expired card by a clock that nobody trusts",
            ask().expires(YESTERDAY).clock(ClockState.UNKNOWN)),
        refuses(
            "an expired card whose automatic renewal failed",
            ask().expires(YESTERDAY).renewal(Renewal.AUTOMATIC_FAILED),
            new LoanRefusal.AutomaticRenewalFailed()),
        lends(
            "a valid card whose automatic renewal failed",
            ask().expires(TODAY).renewal(Renewal.AUTOMATIC_FAILED)),
        refuses("overdue", ask().blocks(Block.OVERDUE), new LoanRefusal.Blocked(Block.OVERDUE)),
        refuses(
            "overdue before other blocks",
            ask().blocks(Block.OTHER, Block.OVERDUE),
            new LoanRefusal.Blocked(Block.OVERDUE)),
        refuses(
            "not a resident",
            ask().blocks(Block.RESIDENTS_ONLY),
            new LoanRefusal.Blocked(Block.RESIDENTS_ONLY)),
        refuses("other block", ask().blocks(Block.OTHER), new LoanRefusal.Blocked(Block.OTHER)),
        lends("the last item below the limit", ask().loansOut(29)),
        refuses("at the limit", ask().loansOut(30), new LoanRefusal.LimitReached(30)),
        refuses("over the limit", ask().loansOut(31), new LoanRefusal.LimitReached(30)),
        refuses(
            "the last permitted item scanned twice",
            ask().loansOut(30).lentNow(),
            new LoanRefusal.AlreadyLentNow()),
        lends("four unconfirmed on an aged standing", ask().age(Age.AGED).unconfirmed(4)),
        refuses(
            "five unconfirmed on an aged standing",
            ask().age(Age.AGED).unconfirmed(5),
            new LoanRefusal.LimitReached(5)),
        lends("many unconfirmed on a fresh standing", ask().unconfirmed(20)),
        refuses(
            "on loan to the patron",
            ask().item(CirculationStatus.ON_LOAN_TO_PATRON, ItemClass.STANDARD),
            new LoanRefusal.AlreadyOnLoan(Optional.of(DUE))),
        refuses(
            "on loan to another",
            ask().item(CirculationStatus.ON_LOAN_TO_ANOTHER, ItemClass.STANDARD),
            new LoanRefusal.OnLoanToAnother()),
        refuses(
            "on hold for another",
            ask().item(CirculationStatus.ON_HOLD_FOR_ANOTHER, ItemClass.STANDARD),
            new LoanRefusal.OnHoldForAnother()),
        refuses(
            "the patron's own hold",
            ask().item(CirculationStatus.ON_HOLD_FOR_PATRON, ItemClass.STANDARD),
            new LoanRefusal.OwnHoldAtCounter()),
        refuses("reference", ask().available(ItemClass.REFERENCE), new LoanRefusal.ReferenceOnly()),
        refuses(
            "audiovisual", ask().available(ItemClass.AUDIOVISUAL), new LoanRefusal.Audiovisual()),
        refuses("restricted", ask().available(ItemClass.RESTRICTED), new LoanRefusal.Restricted()),
        refuses(
            "another library's",
            ask().available(ItemClass.OTHER_LIBRARY),
            new LoanRefusal.OtherLibrary()),
        refuses(
            "held reference item: the hold is named",
            ask().item(CirculationStatus.ON_HOLD_FOR_ANOTHER, ItemClass.REFERENCE),
            new LoanRefusal.OnHoldForAnother()),
        refuses(
            "unknown while online",
            ask().knowing(new ItemKnowledge.NotInCatalogue()),
            new LoanRefusal.UnknownItem()),
        lends("unseen while offline", ask().knowing(new ItemKnowledge.Unseen(BARCODE))),
        lends("remembered while offline", ask().remembered(ItemClass.STANDARD)),
        refuses(
            "remembered reference item while offline",
            ask().remembered(ItemClass.REFERENCE),
            new LoanRefusal.ReferenceOnly()),
        lends("the patron alone", ask().knowing(new ItemKnowledge.NotScanned())),
        refuses(
            "the patron alone at the limit",
            ask().loansOut(30).knowing(new ItemKnowledge.NotScanned()),
            new LoanRefusal.LimitReached(30)));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void answersByTheFirstRuleThatObjects(Row row) {
    LoanPolicy policy = LoanPolicy.of(new LoanPolicySettings(true, 5));

    assertEquals(row.expected(), policy.refuse(row.question()));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void lendsOwnHoldWhereHoldsNeedNoCounter(Row row) {
    LoanPolicy policy = LoanPolicy.of(new LoanPolicySettings(false, 5));
    Optional<LoanRefusal> expected =
        row.expected().filter(refusal -> !(refusal instanceof LoanRefusal.OwnHoldAtCounter));

    assertEquals(expected, policy.refuse(row.question()));
  }

  private static Row lends(String name, Asked asked) {
    return new Row("lends " + name, asked.question(), Optional.empty());
  }

  private static Row refuses(String name, Asked asked, LoanRefusal refusal) {
    return new Row("refuses " + name, asked.question(), Optional.of(refusal));
  }

  private static Asked ask() {
    return new Asked();
  }

  /** Builds one question, by default one that nobody objects to. */
  private static final class Asked {
    private LocalDate expires = TODAY.plusYears(1);
    private Renewal renewal = Renewal.AT_COUNTER;
    private Set<Block> blocks = EnumSet.noneOf(Block.class);
    private int loansOut;
    private Age age = Age.FRESH;
    private ClockState clock = ClockState.SYNCED;
    private int unconfirmed;
    private boolean lentNow;
    private ItemKnowledge item = answered(CirculationStatus.AVAILABLE, ItemClass.STANDARD);

    Asked expires(LocalDate day) {
      expires = day;
      return this;
    }

    Asked renewal(Renewal kind) {
      renewal = kind;
      return this;
    }

    Asked blocks(Block... kinds) {
      blocks = Set.of(kinds);
      return this;
    }

    Asked loansOut(int count) {
      loansOut = count;
      return this;
    }

    Asked age(Age standing) {
      age = standing;
      return this;
    }

    Asked clock(ClockState state) {
      clock = state;
      return this;
    }

    Asked unconfirmed(int count) {
      unconfirmed = count;
      return this;
    }

    Asked lentNow() {
      lentNow = true;
      return this;
    }

    Asked available(ItemClass itemClass) {
      return item(CirculationStatus.AVAILABLE, itemClass);
    }

    Asked item(CirculationStatus status, ItemClass itemClass) {
      return knowing(answered(status, itemClass));
    }

    Asked remembered(ItemClass itemClass) {
      return knowing(new ItemKnowledge.Remembered(new Item(BARCODE, "題名", itemClass)));
    }

    Asked knowing(ItemKnowledge knowledge) {
      item = knowledge;
      return this;
    }

    private static ItemKnowledge answered(CirculationStatus status, ItemClass itemClass) {
      Optional<LocalDate> due =
          status == CirculationStatus.ON_LOAN_TO_PATRON ? Optional.of(DUE) : Optional.empty();
      return new ItemKnowledge.Answered(
          new ItemFacts(new Item(BARCODE, "題名", itemClass), status, due, NOW));
    }

    LoanQuestion question() {
      PatronStanding standing = new PatronStanding(
          new PatronId("9990000001"), expires, renewal, blocks, loansOut, 30, 15, NOW);
      return new LoanQuestion(standing, age, TODAY, clock, unconfirmed, lentNow, item);
    }
  }
}

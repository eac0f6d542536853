package org.kashidashi.sync.lending;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kashidashi.sync.TurnableClock;
import org.kashidashi.sync.circulation.Block;
import org.kashidashi.sync.circulation.ClockState;
import org.kashidashi.sync.circulation.DueDate;
import org.kashidashi.sync.circulation.Item;
import org.kashidashi.sync.circulation.ItemBarcode;
import org.kashidashi.sync.circulation.ItemClass;
import org.kashidashi.sync.circulation.LoanFlag;
import org.kashidashi.sync.circulation.LoanRefusal;
import org.kashidashi.sync.circulation.PatronId;
import org.kashidashi.sync.circulation.PatronStanding;
import org.kashidashi.sync.circulation.Renewal;
import org.kashidashi.sync.circulation.policy.DueDates;
import org.kashidashi.sync.circulation.policy.LoanPolicy;
import org.kashidashi.sync.circulation.policy.LoanPolicySettings;
import org.kashidashi.sync.ils.sim.SimulatedIls;
import org.kashidashi.sync.outbox.OutboxEntry;
import org.kashidashi.sync.store.Store;
import org.kashidashi.sync.store.StoreException;
import org.kashidashi.sync.store.StoreSettings;

final class LendingDeskTest {
  private static final PatronId PATRON = new PatronId("9999900001");
  private static final PatronId OTHER = new PatronId("9999900002");
  private static final Item NOVEL = item(1, ItemClass.STANDARD);
  private static final Item ATLAS = item(2, ItemClass.REFERENCE);
  private static final ItemBarcode NOTHING = new ItemBarcode("1999999999");
  private static final LocalDate DUE = LocalDate.parse("2026-12-05");

  @TempDir
  Path directory;

  private final TurnableClock clock = new TurnableClock();
  private final DueDates dueDates = new DueDates(ZoneId.of("Asia/Tokyo"));
  private final SimulatedIls ils = new SimulatedIls(clock, dueDates, Duration.ofMillis(1500));
  private ClockState clockState = ClockState.SYNCED;

  @SuppressWarnings("NullAway.Init")
  private Store store;

  @SuppressWarnings("NullAway.Init")
  private LendingDesk desk;

  @BeforeEach
  void openDesk() throws Exception {
    store = Store.open(StoreSettings.of(directory.resolve("kiosk.db"), "k1"), new SecureRandom());
    desk = new LendingDesk(
        store,
        ils,
        LoanPolicy.of(LoanPolicySettings.defaults()),
        dueDates,
        clock,
        () -> clockState);
    ils.add(patron(PATRON, 0, Set.of()));
    ils.add(patron(OTHER, 0, Set.of()));
    ils.add(NOVEL);
    ils.add(ATLAS);
  }

  @AfterEach
  void closeStore() throws Exception {
    store.close();
  }

  @Test
  void lendsOnlineWithFinalDueDateAndNoFlag() throws Exception {
    LendingSession session = welcomed("s1");

    LoanAnswer answer = desk.lend(session, NOVEL.barcode());

    assertEquals(
        new LoanAnswer.Lent(NOVEL, Optional.of(new DueDate(DUE, false)), false, false), answer);
    OutboxEntry entry = store.pending(10).getFirst();
    assertEquals(Set.of(), entry.flags());
    assertEquals(PATRON, entry.patron());
    assertEquals(Optional.of(DUE), entry.due());
  }

  @Test
  void refusalLeavesNothingBehind() throws Exception {
    LendingSession session = welcomed("s1");

    assertEquals(
        new LoanAnswer.NotLent(new LoanRefusal.ReferenceOnly()),
        desk.lend(session, ATLAS.barcode()));
    assertEquals(
        new LoanAnswer.NotLent(new LoanRefusal.UnknownItem()), desk.lend(session, NOTHING));
    assertEquals(List.of(), store.pending(10));
  }

  @Test
  void doubleScanIsOneLoan() throws Exception {
    LendingSession session = welcomed("s1");
    desk.lend(session, NOVEL.barcode());

    LoanAnswer second = desk.lend(session, NOVEL.barcode());

    assertEquals(new LoanAnswer.NotLent(new LoanRefusal.AlreadyLentNow()), second);
    assertEquals(1, store.pending(10).size());
  }

  @Test
  void limitCountsWhatWasLentInTheSession() throws Exception {
    ils.add(patron(PATRON, 29, Set.of()));
    ils.add(item(3, ItemClass.STANDARD));
    LendingSession session = welcomed("s1");
    desk.lend(session, NOVEL.barcode());

    assertEquals(
        new LoanAnswer.NotLent(new LoanRefusal.LimitReached(30)),
        desk.lend(session, item(3, ItemClass.STANDARD).barcode()));
    assertInstanceOf(PatronAnswer.NotNow.class, desk.welcome(PATRON));
  }

  @Test
  void blockedPatronIsNotWelcome() throws Exception {
    ils.add(patron(PATRON, 0, EnumSet.of(Block.OVERDUE)));

    PatronAnswer.NotNow answer = assertInstanceOf(PatronAnswer.NotNow.class, desk.welcome(PATRON));

    assertEquals(new LoanRefusal.Blocked(Block.OVERDUE), answer.refusal());
  }

  @Test
  void unknownPatronIsForgotten() throws Exception {
    assertEquals(new PatronAnswer.UnknownPatron(), desk.welcome(new PatronId("9999900009")));
  }

  @Test
  void offlineUnseenPatronIsNotCached() throws Exception {
    ils.setDown(true);

    assertEquals(new PatronAnswer.NotCached(), desk.welcome(PATRON));
  }

  @Test
  void offlineKnownPatronBorrowsKnownAndUnknownItemsWithFlags() throws Exception {
    desk.lend(welcomed("s0"), ATLAS.barcode());
    ils.setDown(true);
    LendingSession session = welcomed("s1");
    assertEquals(true, session.offline());

    LoanAnswer unseen = desk.lend(session, NOTHING);
    LoanAnswer reference = desk.lend(session, ATLAS.barcode());

    assertEquals(
        new LoanAnswer.Lent(
            new Item(NOTHING, "", ItemClass.UNKNOWN),
            Optional.of(new DueDate(DUE, true)),
            true,
            false),
        unseen);
    assertEquals(new LoanAnswer.NotLent(new LoanRefusal.ReferenceOnly()), reference);
    assertEquals(
        Set.of(LoanFlag.OFFLINE, LoanFlag.UNKNOWN_ITEM),
        store.pending(9).getFirst().flags());
  }

  @Test
  void cancelledLoanIsToldAfterTheLoanAndCountsNoMore() throws Exception {
    LendingSession session = welcomed("s1");
    desk.lend(session, NOVEL.barcode());

    assertEquals(true, desk.cancel(session, NOVEL.barcode()));
    assertEquals(false, desk.cancel(session, NOVEL.barcode()));

    List<OutboxEntry> pending = store.pending(9);
    assertEquals(2, pending.size());
    assertEquals(Optional.of(pending.getFirst().key()), pending.getLast().cancels());
    assertEquals(0, store.patron(session.standing().patron()).orElseThrow().unconfirmed());
    assertEquals(
        0, store.patron(session.standing().patron()).orElseThrow().standing().loansOut());
  }

  @Test
  void cancelledItemCanBeLentAgainInTheSameSession() throws Exception {
    LendingSession session = welcomed("s1");
    desk.lend(session, NOVEL.barcode());
    desk.cancel(session, NOVEL.barcode());

    assertInstanceOf(LoanAnswer.Lent.class, desk.lend(session, NOVEL.barcode()));
    assertInstanceOf(LoanAnswer.NotLent.class, desk.lend(session, NOVEL.barcode()));
    assertEquals(true, desk.cancel(session, NOVEL.barcode()));
  }

  @Test
  void nothingOfAnotherSessionIsCancelled() throws Exception {
    desk.lend(welcomed("s1"), NOVEL.barcode());

    assertEquals(false, desk.cancel(welcomed("s2"), NOVEL.barcode()));
    assertEquals(1, store.pending(9).size());
  }

  @Test
  void outageWithinASessionMakesTheRestOfflineLoans() throws Exception {
    LendingSession session = welcomed("s1");
    desk.lend(session, ATLAS.barcode());
    ils.setDown(true);

    LoanAnswer answer = desk.lend(session, NOVEL.barcode());

    assertEquals(true, assertInstanceOf(LoanAnswer.Lent.class, answer).offline());
  }

  @Test
  void untrustedClockPrintsNoDateAndSaysSo() throws Exception {
    clockState = ClockState.UNKNOWN;

    LoanAnswer answer = desk.lend(welcomed("s1"), NOVEL.barcode());

    assertEquals(new LoanAnswer.Lent(NOVEL, Optional.empty(), false, false), answer);
    OutboxEntry entry = store.pending(1).getFirst();
    assertEquals(Set.of(LoanFlag.UNTRUSTED_CLOCK), entry.flags());
    assertEquals(ClockState.UNKNOWN, entry.clock());
    assertEquals(Optional.empty(), entry.due());
  }

  @Test
  void staleStandingAllowsFiveItemsThenNone() throws Exception {
    welcomed("s0");
    ils.setDown(true);
    clock.turn(Duration.ofHours(25));
    LendingSession session = welcomed("s1");
    for (int number = 10; number < 15; number++) {
      assertInstanceOf(
          LoanAnswer.Lent.class,
          desk.lend(session, item(number, ItemClass.STANDARD).barcode()));
    }

    assertEquals(
        new LoanAnswer.NotLent(new LoanRefusal.LimitReached(5)),
        desk.lend(session, item(15, ItemClass.STANDARD).barcode()));
  }

  @Test
  void standingOlderThanAWeekIsNotUsed() throws Exception {
    welcomed("s0");
    ils.setDown(true);
    clock.turn(Duration.ofDays(7));
    assertInstanceOf(PatronAnswer.Welcome.class, desk.welcome(PATRON));

    clock.turn(Duration.ofSeconds(1));

    assertEquals(new PatronAnswer.NotCached(), desk.welcome(PATRON));
  }

  @Test
  void clockThatFellBackToTheSeventiesStillKnowsThePatron() throws Exception {
    welcomed("s0");
    ils.setDown(true);
    clock.set(Instant.EPOCH);
    clockState = ClockState.UNKNOWN;

    assertInstanceOf(PatronAnswer.Welcome.class, desk.welcome(PATRON));
  }

  private LendingSession welcomed(String id) throws StoreException {
    PatronAnswer.Welcome welcome =
        assertInstanceOf(PatronAnswer.Welcome.class, desk.welcome(PATRON));
    return new LendingSession(id, welcome.standing(), welcome.offline());
  }

  private static PatronStanding patron(PatronId patron, int loansOut, Set<Block> blocks) {
    return new PatronStanding(
        patron,
        LocalDate.parse("2027-03-31"),
        Renewal.AT_COUNTER,
        blocks,
        loansOut,
        30,
        15,
        TurnableClock.START);
  }

  private static Item item(int number, ItemClass itemClass) {
    return new Item(
        new ItemBarcode("1%09d".formatted(number)), "見本%d".formatted(number), itemClass);
  }
}

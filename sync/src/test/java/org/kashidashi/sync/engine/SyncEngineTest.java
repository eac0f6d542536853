package org.kashidashi.sync.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kashidashi.sync.TurnableClock;
import org.kashidashi.sync.circulation.ClockState;
import org.kashidashi.sync.ils.sim.IlsFault;
import org.kashidashi.sync.ils.sim.SimulatedIls;
import org.kashidashi.sync.outbox.OutboxEntry;
import org.kashidashi.sync.store.Store;
import org.kashidashi.sync.store.StoreException;

final class SyncEngineTest {
  private static final int ITEMS = 200;

  @TempDir
  Path directory;

  private final TurnableClock clock = new TurnableClock();
  private final SimulatedIls ils = SyncSamples.ils(clock, ITEMS);
  private ClockState clockState = ClockState.SYNCED;

  @SuppressWarnings("NullAway.Init")
  private Store store;

  @SuppressWarnings("NullAway.Init")
  private SyncEngine engine;

  @BeforeEach
  void openStore() throws Exception {
    store = SyncSamples.open(directory.resolve("kiosk.db"));
    engine = new SyncEngine(
        store, ils, Backoff.usual(new Random(1)), clock, () -> clockState, SyncSettings.defaults());
  }

  @AfterEach
  void closeStore() throws Exception {
    store.close();
  }

  @Test
  void nothingToSendIsIdle() throws Exception {
    assertEquals(new SyncReport.Idle(Duration.ofMinutes(1)), engine.runOnce());
  }

  @Test
  void sendsInOrderInBatchesWithoutPauseBetween() throws Exception {
    lend(1, 120);

    assertEquals(new SyncReport.Delivered(50, 0, 0, Duration.ZERO), engine.runOnce());
    assertEquals(new SyncReport.Delivered(50, 0, 0, Duration.ZERO), engine.runOnce());
    assertEquals(new SyncReport.Delivered(20, 0, 0, Duration.ZERO), engine.runOnce());
    assertInstanceOf(SyncReport.Idle.class, engine.runOnce());
    assertEquals(IntStream.rangeClosed(1, 120).boxed().toList(), receivedSequences());
  }

  @Test
  void lostAnswerIsAskedAgainWithTheSameKeyAndHasOneEffect() throws Exception {
    lend(1, 3);
    ils.script(List.of(Optional.of(new IlsFault.AnswerLost())));

    SyncReport first = engine.runOnce();
    SyncReport second = engine.runOnce();

    assertInstanceOf(SyncReport.NotAnswered.class, first);
    assertEquals(new SyncReport.Delivered(3, 0, 0, Duration.ZERO), second);
    assertEquals(List.of(1, 2, 3), receivedSequences());
  }

  @Test
  void failuresAreCountedAndASuccessForgetsThem() throws Exception {
    lend(1, 1);
    ils.setDown(true);
    assertEquals(
        1, assertInstanceOf(SyncReport.NotAnswered.class, engine.runOnce()).failures());
    assertEquals(
        2, assertInstanceOf(SyncReport.NotAnswered.class, engine.runOnce()).failures());
    ils.setDown(false);
    engine.runOnce();
    ils.setDown(true);
    lend(2, 2);

    assertEquals(
        1, assertInstanceOf(SyncReport.NotAnswered.class, engine.runOnce()).failures());
  }

  @Test
  void serversWishToBeLeftAloneIsKeptWithinBounds() throws Exception {
    lend(1, 1);
    ils.script(List.of(
        Optional.of(new IlsFault.Lost(Optional.of(Duration.ofMinutes(7)))),
        Optional.of(new IlsFault.Lost(Optional.of(Duration.ofDays(7))))));

    assertEquals(Duration.ofMinutes(7), engine.runOnce().next());
    assertEquals(Duration.ofMinutes(15), engine.runOnce().next());
  }

  @Test
  void poisonousEntryIsParkedAndTheOthersGoOn() throws Exception {
    lend(1, 5);
    ils.poison(SyncSamples.barcode(3));

    SyncReport report = engine.runOnce();

    assertEquals(new SyncReport.Delivered(4, 0, 1, Duration.ZERO), report);
    assertEquals(List.of(1, 2, 4, 5), receivedSequences());
    assertEquals(1, store.outboxCounts().parked());
  }

  @Test
  void sendsSoManyAloneInOneRunAndTheOthersInTheNext() throws Exception {
    int entries = 2 * SyncEngine.ALONE_MAXIMUM;
    lend(1, entries);
    ils.poison(SyncSamples.barcode(entries));

    SyncReport first = engine.runOnce();
    SyncReport second = engine.runOnce();

    assertEquals(new SyncReport.Delivered(SyncEngine.ALONE_MAXIMUM, 0, 0, Duration.ZERO), first);
    assertEquals(
        new SyncReport.Delivered(SyncEngine.ALONE_MAXIMUM - 1, 0, 1, Duration.ZERO), second);
  }

  @Test
  void releasedEntryIsSentWithItsOldKey() throws Exception {
    lend(1, 2);
    ils.poison(SyncSamples.barcode(1));
    engine.runOnce();
    ils.cure(SyncSamples.barcode(1));

    store.releaseParked();
    engine.runOnce();

    assertEquals(List.of(2, 1), receivedSequences());
    assertEquals(0, store.outboxCounts().parked());
  }

  @Test
  void quarantinedEntryIsReported() throws Exception {
    SyncSamples.lend(store, ITEMS + 1, clock.instant());

    assertEquals(new SyncReport.Delivered(0, 1, 0, Duration.ZERO), engine.runOnce());
    assertEquals(1, store.outboxCounts().quarantined());
  }

  @Test
  void confirmedLoansAreErasedAfterADayEvenWhileOthersCannotBeSent() throws Exception {
    lend(1, 3);
    engine.runOnce();
    ils.setDown(true);
    lend(4, 4);
    clock.turn(Duration.ofHours(24).minusMillis(1));
    engine.runOnce();
    assertEquals(3, store.outboxCounts().confirmed());

    clock.turn(Duration.ofHours(1));
    engine.runOnce();

    assertEquals(0, store.outboxCounts().confirmed());
    assertEquals(1, store.outboxCounts().pending());
  }

  @Test
  void nothingIsErasedByAClockThatNobodyTrusts() throws Exception {
    lend(1, 1);
    engine.runOnce();
    clockState = ClockState.UNKNOWN;
    clock.set(Instant.parse("2099-01-01T00:00:00Z"));
    engine.runOnce();
    assertEquals(1, store.outboxCounts().confirmed());

    clockState = ClockState.SYNCED;
    engine.runOnce();

    assertEquals(0, store.outboxCounts().confirmed());
  }

  @Test
  void reasonSaysNothingPersonal() throws Exception {
    lend(1, 1);
    ils.setDown(true);

    String reason =
        assertInstanceOf(SyncReport.NotAnswered.class, engine.runOnce()).reason();

    assertTrue(!reason.contains(SyncSamples.PATRON.number()), reason);
  }

  private void lend(int first, int last) throws StoreException {
    for (int item = first; item <= last; item++) {
      SyncSamples.lend(store, item, clock.instant());
    }
  }

  private List<Integer> receivedSequences() {
    return ils.received().stream()
        .map(OutboxEntry::key)
        .map(key -> Math.toIntExact(key.sequence()))
        .toList();
  }
}

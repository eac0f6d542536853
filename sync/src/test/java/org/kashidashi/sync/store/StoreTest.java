package org.kashidashi.sync.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.kashidashi.sync.store.StoreSamples.DUE;
import static org.kashidashi.sync.store.StoreSamples.NOW;
import static org.kashidashi.sync.store.StoreSamples.PATRON;
import static org.kashidashi.sync.store.StoreSamples.barcode;
import static org.kashidashi.sync.store.StoreSamples.lend;
import static org.kashidashi.sync.store.StoreSamples.lending;
import static org.kashidashi.sync.store.StoreSamples.refusing;
import static org.kashidashi.sync.store.StoreSamples.request;
import static org.kashidashi.sync.store.StoreSamples.standing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kashidashi.sync.circulation.ClockState;
import org.kashidashi.sync.circulation.Item;
import org.kashidashi.sync.circulation.ItemClass;
import org.kashidashi.sync.circulation.LoanFlag;
import org.kashidashi.sync.circulation.PatronId;
import org.kashidashi.sync.outbox.IdempotencyKey;
import org.kashidashi.sync.outbox.OutboxEntry;
import org.kashidashi.sync.outbox.OutboxStatus;

final class StoreTest {
  @TempDir
  Path directory;

  @Test
  void loanIsPendingWithEverythingThatWasDecided() throws Exception {
    try (Store store = StoreSamples.open(directory)) {
      lend(store, PATRON, 1);

      OutboxEntry entry = store.pending(10).getFirst();

      assertEquals(PATRON, entry.patron());
      assertEquals(barcode(1), entry.item());
      assertEquals(NOW, entry.lentAt());
      assertEquals(ClockState.SYNCED, entry.clock());
      assertEquals(Optional.of(DUE), entry.due());
      assertEquals(Set.of(LoanFlag.OFFLINE), entry.flags());
      assertEquals("k1", entry.key().kiosk());
      assertEquals(1, entry.key().sequence());
      assertEquals(store.epoch(), entry.key().epoch());
    }
  }

  @Test
  void refusalWritesNothing() throws Exception {
    try (Store store = StoreSamples.open(directory)) {
      store.lend(request(PATRON, 1), _ -> refusing());

      assertEquals(List.of(), store.pending(10));
    }
  }

  @Test
  void mistakeWhileDecidingWritesNothingAndTheStoreWorksOn() throws Exception {
    try (Store store = StoreSamples.open(directory)) {
      assertThrows(
          ArithmeticException.class,
          () -> store.lend(request(PATRON, 1), _ -> {
            throw new ArithmeticException("ours");
          }));

      lend(store, PATRON, 2);
      assertEquals(
          List.of(barcode(2)), store.pending(10).stream().map(OutboxEntry::item).toList());
    }
  }

  @Test
  void decisionSeesWhatThePatronHasBorrowedHere() throws Exception {
    try (Store store = StoreSamples.open(directory)) {
      store.remember(standing(PATRON));
      lend(store, PATRON, 1);
      List<LoanContext> seen = new ArrayList<>();

      store.lend(request(PATRON, 1), context -> {
        seen.add(context);
        return refusing();
      });

      assertEquals(4, seen.getFirst().standing().orElseThrow().loansOut());
      assertEquals(1, seen.getFirst().unconfirmed());
      assertTrue(seen.getFirst().lentNow());
    }
  }

  @Test
  void sameItemInAnotherSessionIsAnotherLoan() throws Exception {
    try (Store store = StoreSamples.open(directory)) {
      lend(store, PATRON, 1);
      LoanRequest later = new LoanRequest(
          "session-2", PATRON, barcode(1), true, Optional.empty(), NOW, ClockState.SYNCED);

      store.lend(later, context -> {
        assertFalse(context.lentNow());
        return lending(1);
      });

      assertEquals(2, store.pending(10).size());
    }
  }

  @Test
  void answerOfTheLibrarySystemCountsUnconfirmedLoansOnTop() throws Exception {
    try (Store store = StoreSamples.open(directory)) {
      lend(store, PATRON, 1);
      lend(store, PATRON, 2);
      settle(store, OutboxStatus.CONFIRMED, 1);

      KnownPatron known = store.remember(standing(PATRON));

      assertEquals(4, known.standing().loansOut());
      assertEquals(1, known.unconfirmed());
      assertEquals(Optional.of(known), store.patron(PATRON));
    }
  }

  @Test
  void forgottenPatronIsUnknownButLoansStay() throws Exception {
    try (Store store = StoreSamples.open(directory)) {
      store.remember(standing(PATRON));
      lend(store, PATRON, 1);

      store.forget(PATRON);

      assertEquals(Optional.empty(), store.patron(PATRON));
      assertEquals(1, store.pending(10).size());
    }
  }

  @Test
  void itemAnsweredOnceIsRememberedWithTheLoan() throws Exception {
    Item item = new Item(barcode(1), "吾輩は猫である", ItemClass.AUDIOVISUAL);
    try (Store store = StoreSamples.open(directory)) {
      LoanRequest answered = new LoanRequest(
          "session-1", PATRON, barcode(1), true, Optional.of(item), NOW, ClockState.SYNCED);
      store.lend(answered, _ -> refusing());
      List<LoanContext> seen = new ArrayList<>();

      store.lend(request(PATRON, 1), context -> {
        seen.add(context);
        return refusing();
      });

      assertEquals(Optional.of(item), seen.getFirst().remembered());
    }
  }

  @Test
  void settledEntriesAreNoLongerPendingAndTheFirstAnswerStands() throws Exception {
    try (Store store = StoreSamples.open(directory)) {
      for (int item = 1; item <= 4; item++) {
        lend(store, PATRON, item);
      }
      settle(store, OutboxStatus.CONFIRMED, 1);
      settle(store, OutboxStatus.PARKED, 1);
      settle(store, OutboxStatus.QUARANTINED, 2);
      settle(store, OutboxStatus.PARKED, 3);

      assertEquals(new OutboxCounts(1, 1, 0, 1, 1, Optional.of(NOW)), store.outboxCounts());
      assertEquals(
          List.of(barcode(4)), store.pending(10).stream().map(OutboxEntry::item).toList());
    }
  }

  @Test
  void releasedEntryIsSentAgainInItsPlaceWithItsKey() throws Exception {
    try (Store store = StoreSamples.open(directory)) {
      lend(store, PATRON, 1);
      lend(store, PATRON, 2);
      List<OutboxEntry> before = store.pending(10);
      settle(store, OutboxStatus.PARKED, 1);

      assertEquals(1, store.releaseParked());

      assertEquals(before, store.pending(10));
    }
  }

  @Test
  void parkedEntryIsNeverErased() throws Exception {
    try (Store store = StoreSamples.open(directory)) {
      lend(store, PATRON, 1);
      lend(store, PATRON, 2);
      settle(store, OutboxStatus.PARKED, 1);

      assertEquals(0, store.erase(NOW.plus(Duration.ofDays(9)), NOW.plus(Duration.ofDays(9)), 10));
      assertEquals(1, store.outboxCounts().parked());
      assertEquals(1, store.outboxCounts().pending());
    }
  }

  @Test
  void sequenceNeverReturnsEvenAfterEverythingIsErasedAndReopened() throws Exception {
    try (Store store = StoreSamples.open(directory)) {
      lend(store, PATRON, 1);
      settle(store, OutboxStatus.CONFIRMED, 1);
      assertEquals(1, store.erase(NOW, NOW, 10));
    }
    try (Store store = StoreSamples.open(directory)) {
      lend(store, PATRON, 1);

      assertEquals(2, store.pending(1).getFirst().key().sequence());
      assertEquals(2, store.pending(1).getFirst().key().epoch());
    }
  }

  @Test
  void timeOfAClockThatWasAheadDoesNotKeepALoan() throws Exception {
    try (Store store = StoreSamples.open(directory)) {
      lend(store, PATRON, 1);
      OutboxEntry entry = store.pending(1).getFirst();
      store.settle(
          List.of(new Settlement(entry.key(), OutboxStatus.CONFIRMED, Optional.empty(), "")),
          NOW.plus(Duration.ofDays(400)));
      store.erase(NOW.minus(Duration.ofDays(1)), NOW, 10);

      assertEquals(1, store.erase(NOW, NOW.plus(Duration.ofDays(1)), 10));
    }
  }

  @Test
  void databaseMadeAnewNeverReusesAKey() throws Exception {
    String before;
    try (Store store = StoreSamples.open(directory)) {
      lend(store, PATRON, 1);
      before = store.pending(1).getFirst().key().text();
    }
    for (String name : List.of("kiosk.db", "kiosk.db.key")) {
      Files.delete(directory.resolve(name));
    }
    try (Store store = StoreSamples.open(directory)) {
      lend(store, PATRON, 1);

      assertNotEquals(before, store.pending(1).getFirst().key().text());
    }
  }

  @Test
  void cachesAreTrimmedByAgeAndNumber() throws Exception {
    CacheLimits limits = new CacheLimits(
        2, Duration.ofDays(7), Duration.ofDays(1), Duration.ofDays(7), Duration.ofDays(90));
    try (Store store = StoreSamples.open(directory)) {
      PatronId old = new PatronId("9999900001");
      PatronId oldest = new PatronId("9999900002");
      store.remember(standing(PATRON));
      store.remember(standing(old));
      store.remember(standing(oldest));

      store.trimCaches(limits, NOW.plus(Duration.ofDays(6)));
      long kept = Stream.of(PATRON, old, oldest)
          .filter(patron -> isKnown(store, patron))
          .count();
      store.trimCaches(limits, NOW.plus(Duration.ofDays(8)));

      assertEquals(2, kept);
      assertEquals(Optional.empty(), store.patron(PATRON));
    }
  }

  @Test
  void closedStoreSaysSo() throws Exception {
    Store store = StoreSamples.open(directory);
    store.close();

    assertThrows(StoreFailedException.class, () -> lend(store, PATRON, 1));
  }

  @Test
  void interruptedCallerStillLearnsTheOutcome() throws Exception {
    try (Store store = StoreSamples.open(directory)) {
      Thread.currentThread().interrupt();

      lend(store, PATRON, 1);

      assertTrue(Thread.interrupted());
      assertEquals(1, store.pending(10).size());
    }
  }

  private static boolean isKnown(Store store, PatronId patron) {
    try {
      return store.patron(patron).isPresent();
    } catch (StoreException e) {
      throw new AssertionError(e);
    }
  }

  private static void settle(Store store, OutboxStatus status, long sequence)
      throws StoreException {
    OutboxEntry any = store.pending(100).stream()
        .filter(entry -> entry.key().sequence() == sequence)
        .findFirst()
        .orElse(store.pending(1).getFirst());
    IdempotencyKey key =
        new IdempotencyKey(any.key().kiosk(), any.key().store(), any.key().epoch(), sequence);
    store.settle(List.of(new Settlement(key, status, Optional.empty(), "")), NOW);
  }
}

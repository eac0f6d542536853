package org.kashidashi.sync.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kashidashi.sync.TurnableClock;
import org.kashidashi.sync.circulation.ClockState;
import org.kashidashi.sync.circulation.ItemBarcode;
import org.kashidashi.sync.ils.sim.IlsFault;
import org.kashidashi.sync.ils.sim.SimulatedIls;
import org.kashidashi.sync.outbox.OutboxEntry;
import org.kashidashi.sync.store.OutboxCounts;
import org.kashidashi.sync.store.Store;
import org.kashidashi.sync.store.StoreException;

/**
 * Thousands of loans, faults and restarts at random, and after each of them: nothing lost, nothing
 * twice, nothing out of order.
 *
 * <p>Repeat a failure with {@code -Dsimulation.seed=SEED}; more with {@code
 * -Dsimulation.events=NUMBER}.
 */
final class SyncSimulationTest {
  private static final int EVENTS = Integer.getInteger("simulation.events", 10_000);
  private static final long SEED = Long.getLong("simulation.seed", 20_261_120L);

  @TempDir
  Path directory;

  private final Random random = new Random(SEED);
  private final TurnableClock clock = new TurnableClock();
  private final SimulatedIls ils = SyncSamples.ils(clock, EVENTS);
  private final List<ItemBarcode> lent = new ArrayList<>();
  private final List<Long> checkedSequences = new ArrayList<>();
  private int restarts;

  @Test
  void everyLoanArrivesOnceAndInOrder() throws Exception {
    Store store = SyncSamples.open(file());
    SyncEngine engine = engine(store);
    try {
      for (int event = 0; event < EVENTS; event++) {
        int kind = random.nextInt(1000);
        if (kind < 550) {
          SyncSamples.lend(store, lent.size() + 1, clock.instant());
          lent.add(SyncSamples.barcode(lent.size() + 1));
        } else if (kind < 990) {
          ils.script(List.of(fault()));
          engine.runOnce();
        } else if (kind < 995) {
          clock.turn(Duration.ofHours(random.nextInt(60) - 10));
        } else {
          store = restarted(store);
          engine = engine(store);
        }
        check(store, event);
      }
      drain(engine);
      check(store, EVENTS);
      assertEquals(0, store.outboxCounts().pending(), message(EVENTS));
      assertEquals(lent, received(), message(EVENTS));
      assertTrue(restarts > EVENTS / 500, "only %d restarts".formatted(restarts));
    } finally {
      store.close();
    }
  }

  private void check(Store store, int event) throws StoreException {
    List<OutboxEntry> arrived = ils.received();
    OutboxCounts counts = store.outboxCounts();
    int waiting = counts.pending();
    // What waits and what has arrived overlap only where an answer was lost.
    assertTrue(arrived.size() + waiting >= lent.size(), message(event));
    assertTrue(arrived.size() <= lent.size(), message(event));
    assertTrue(counts.parked() == 0 && counts.quarantined() == 0, message(event));
    for (int index = checkedSequences.size(); index < arrived.size(); index++) {
      OutboxEntry entry = arrived.get(index);
      assertEquals(lent.get(index), entry.item(), message(event));
      assertEquals(index + 1L, entry.key().sequence(), message(event));
      checkedSequences.add(entry.key().sequence());
    }
  }

  private Optional<IlsFault> fault() {
    return switch (random.nextInt(10)) {
      case 0 -> Optional.of(new IlsFault.Lost(Optional.empty()));
      case 1 -> Optional.of(new IlsFault.AnswerLost());
      case 2 -> Optional.of(new IlsFault.HalfDone(random.nextInt(50)));
      default -> Optional.empty();
    };
  }

  private static void drain(SyncEngine engine) throws StoreException {
    SyncReport report = engine.runOnce();
    while (!(report instanceof SyncReport.Idle)) {
      report = engine.runOnce();
    }
  }

  /** Half of the restarts are closed properly; the others find the files as they lay. */
  private Store restarted(Store store) throws StoreException, IOException {
    restarts++;
    if (random.nextBoolean()) {
      store.close();
      return SyncSamples.open(file());
    }
    Path left = Files.createDirectories(directory.resolve("left"));
    for (String name : List.of("kiosk.db", "kiosk.db-wal", "kiosk.db.key")) {
      Path from = directory.resolve(name);
      if (Files.exists(from)) {
        Files.copy(
            from,
            left.resolve(name),
            StandardCopyOption.REPLACE_EXISTING,
            StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
    store.close();
    for (String name : List.of("kiosk.db", "kiosk.db-wal", "kiosk.db.key")) {
      Files.deleteIfExists(directory.resolve(name));
      if (Files.exists(left.resolve(name))) {
        Files.move(left.resolve(name), directory.resolve(name));
      }
    }
    return SyncSamples.open(file());
  }

  private SyncEngine engine(Store store) {
    return new SyncEngine(
        store, ils, Backoff.usual(random), clock, () -> ClockState.SYNCED, SyncSettings.defaults());
  }

  private Path file() {
    return directory.resolve("kiosk.db");
  }

  private List<ItemBarcode> received() {
    return ils.received().stream().map(OutboxEntry::item).toList();
  }

  private static String message(int event) {
    return "event %d; repeat with -Dsimulation.seed=%d".formatted(event, SEED);
  }
}

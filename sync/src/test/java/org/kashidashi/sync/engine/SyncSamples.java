package org.kashidashi.sync.engine;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import org.kashidashi.sync.circulation.ClockState;
import org.kashidashi.sync.circulation.Decision;
import org.kashidashi.sync.circulation.Item;
import org.kashidashi.sync.circulation.ItemBarcode;
import org.kashidashi.sync.circulation.ItemClass;
import org.kashidashi.sync.circulation.PatronId;
import org.kashidashi.sync.circulation.PatronStanding;
import org.kashidashi.sync.circulation.Renewal;
import org.kashidashi.sync.circulation.policy.DueDates;
import org.kashidashi.sync.ils.sim.SimulatedIls;
import org.kashidashi.sync.store.LoanRequest;
import org.kashidashi.sync.store.Store;
import org.kashidashi.sync.store.StoreException;
import org.kashidashi.sync.store.StoreSettings;

/** Invented loans for the engine's tests. */
final class SyncSamples {
  static final PatronId PATRON = new PatronId("9999900001");

  private SyncSamples() {}

  static Store open(Path file) throws StoreException {
    return Store.open(StoreSettings.of(file, "k1"), new SecureRandom());
  }

  static SimulatedIls ils(Clock clock, int items) {
    SimulatedIls ils =
        new SimulatedIls(clock, new DueDates(ZoneId.of("Asia/Tokyo")), Duration.ofSeconds(1));
    ils.add(new PatronStanding(
        PATRON,
        LocalDate.parse("2030-03-31"),
        Renewal.AUTOMATIC,
        Set.of(),
        0,
        100_000,
        15,
        clock.instant()));
    for (int item = 1; item <= items; item++) {
      ils.add(new Item(barcode(item), "見本", ItemClass.STANDARD));
    }
    return ils;
  }

  static ItemBarcode barcode(int item) {
    return new ItemBarcode("1%09d".formatted(item));
  }

  static void lend(Store store, int item, Instant now) throws StoreException {
    store.lend(
        new LoanRequest(
            "s1", PATRON, barcode(item), false, Optional.empty(), now, ClockState.SYNCED),
        _ -> new Decision.Lend(
            new Item(barcode(item), "見本", ItemClass.STANDARD), Optional.empty(), Set.of()));
  }
}

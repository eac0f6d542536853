package org.kashidashi.sync.store;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.kashidashi.sync.circulation.ClockState;
import org.kashidashi.sync.circulation.Decision;
import org.kashidashi.sync.circulation.DueDate;
import org.kashidashi.sync.circulation.Item;
import org.kashidashi.sync.circulation.ItemBarcode;
import org.kashidashi.sync.circulation.ItemClass;
import org.kashidashi.sync.circulation.LoanFlag;
import org.kashidashi.sync.circulation.LoanRefusal;
import org.kashidashi.sync.circulation.PatronId;
import org.kashidashi.sync.circulation.PatronStanding;
import org.kashidashi.sync.circulation.Renewal;

/** Invented patrons, items and loans for the store's tests. */
final class StoreSamples {
  static final Instant NOW = Instant.parse("2026-11-20T05:05:00Z");
  static final PatronId PATRON = new PatronId("9999900017");
  static final LocalDate DUE = LocalDate.parse("2026-12-05");

  private StoreSamples() {}

  static Store open(Path directory) throws StoreException {
    return Store.open(StoreSettings.of(file(directory), "k1"), new SecureRandom());
  }

  static Path file(Path directory) {
    return directory.resolve("kiosk.db");
  }

  static PatronStanding standing(PatronId patron) {
    return new PatronStanding(
        patron, LocalDate.parse("2027-03-31"), Renewal.AUTOMATIC, Set.of(), 3, 30, 15, NOW);
  }

  static ItemBarcode barcode(int number) {
    return new ItemBarcode("ITEM%06d".formatted(number));
  }

  static LoanRequest request(PatronId patron, int item) {
    return new LoanRequest(
        "session-1", patron, barcode(item), true, Optional.empty(), NOW, ClockState.SYNCED);
  }

  static Decision lend(Store store, PatronId patron, int item) throws StoreException {
    return store.lend(request(patron, item), _ -> lending(item));
  }

  static Decision.Lend lending(int item) {
    return new Decision.Lend(
        new Item(barcode(item), "題名%d".formatted(item), ItemClass.STANDARD),
        Optional.of(new DueDate(DUE, false)),
        Set.of(LoanFlag.OFFLINE));
  }

  static Decision.Refuse refusing() {
    return new Decision.Refuse(new LoanRefusal.ReferenceOnly());
  }
}

package org.kashidashi.kiosk.diagnosis.live;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.kashidashi.sync.circulation.ClockState;
import org.kashidashi.sync.circulation.Decision;
import org.kashidashi.sync.circulation.Item;
import org.kashidashi.sync.circulation.ItemBarcode;
import org.kashidashi.sync.circulation.ItemClass;
import org.kashidashi.sync.circulation.PatronId;
import org.kashidashi.sync.outbox.OutboxStatus;
import org.kashidashi.sync.store.LoanRequest;
import org.kashidashi.sync.store.Settlement;
import org.kashidashi.sync.store.Store;
import org.kashidashi.sync.store.StoreException;

/** Invented loans that wait, until the library system refuses the first one. */
final class TwoLoans {
  private static final List<ItemBarcode> ITEMS =
      List.of(new ItemBarcode("1000000016"), new ItemBarcode("1000000024"));

  private TwoLoans() {}

  static void lend(Store store, Instant now) throws StoreException {
    for (ItemBarcode item : ITEMS) {
      store.lend(
          new LoanRequest(
              "s1",
              new PatronId("9999900001"),
              item,
              false,
              Optional.empty(),
              now,
              ClockState.SYNCED),
          _ -> new Decision.Lend(
              new Item(item, "見本", ItemClass.STANDARD), Optional.empty(), Set.of()));
    }
  }

  /** The first one is refused. */
  static void refuse(Store store, Instant now) throws StoreException {
    store.settle(
        List.of(new Settlement(
            store.pending(1).getFirst().key(), OutboxStatus.PARKED, Optional.empty(), "")),
        now);
  }
}

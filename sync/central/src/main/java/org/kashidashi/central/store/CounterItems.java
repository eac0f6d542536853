package org.kashidashi.central.store;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.kashidashi.central.circulation.Ending;
import org.kashidashi.central.registry.Verdict;
import org.kashidashi.central.staff.StaffStep;
import org.kashidashi.sync.circulation.Item;
import org.kashidashi.sync.circulation.ItemBarcode;
import org.kashidashi.sync.registry.counter.CheckedIn;
import org.kashidashi.sync.registry.counter.CounterRefusal;
import org.kashidashi.sync.registry.counter.CounterRegistry.Done;
import org.kashidashi.sync.registry.counter.StaffCase;

/** Items that came back, and what staff must look at. */
public final class CounterItems {
  /**
   * For so long the same item may be handed in again: the answer was lost, or it was scanned twice.
   * Shorter than anybody takes to borrow it anew and to bring it back.
   */
  private static final Duration REPEATED = Duration.ofMinutes(5);

  private final CounterTables tables;
  private final ItemTable items;
  private final LoanTable loans;
  private final StaffExceptionTable exceptions;

  CounterItems(CounterTables tables) {
    this.tables = tables;
    this.items = new ItemTable(tables.sql());
    this.loans = new LoanTable(tables.sql());
    this.exceptions = new StaffExceptionTable(tables.sql());
  }

  /** Closes a loan, which forgets its patron. Repeated soon after, it says the same again. */
  public Verdict<CheckedIn> checkIn(StaffStep step, ItemBarcode barcode) throws StoreException {
    return tables.work().of(step, () -> {
      Optional<Item> item = items.find(barcode);
      if (item.isEmpty()) {
        return new Verdict.Refused<>(CounterRefusal.UNKNOWN_ITEM);
      }
      if (loans.open(barcode).isPresent()) {
        loans.end(barcode, step.at(), Ending.RETURNED);
      } else if (!loans.returnedSince(barcode, step.at().minus(REPEATED))) {
        return new Verdict.Refused<>(CounterRefusal.NOT_ON_LOAN);
      }
      return new Verdict.Granted<>(
          new CheckedIn(item.get(), items.heldFor(barcode).isPresent()));
    });
  }

  /** What nobody has settled, oldest first. */
  public Verdict<List<StaffCase>> cases(StaffStep step) throws StoreException {
    return tables.work().of(step, () -> new Verdict.Granted<>(exceptions.open()));
  }

  /** Settles a case, which forgets its patrons. */
  public Verdict<Done> settle(StaffStep step, String id) throws StoreException {
    return tables
        .work()
        .of(
            step,
            () -> exceptions.settle(id, step)
                ? new Verdict.Granted<>(new Done())
                : new Verdict.Refused<>(CounterRefusal.UNKNOWN_CASE));
  }
}

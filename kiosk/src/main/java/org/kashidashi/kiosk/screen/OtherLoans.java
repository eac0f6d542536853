package org.kashidashi.kiosk.screen;

import java.util.Collection;
import java.util.List;
import org.kashidashi.sync.circulation.ItemBarcode;
import org.kashidashi.sync.circulation.LoanOut;

/** What a receipt can tell of the loans that the patron had before. */
public sealed interface OtherLoans {
  /** The library does not want them on receipts. */
  record NotWanted() implements OtherLoans {}

  /** The library system did not say in time. */
  record Unknown() implements OtherLoans {}

  /**
   * The library system's own list.
   *
   * @param all in the order in which they are due, with what was lent today as far as it knows of it
   */
  record Known(List<LoanOut> all) implements OtherLoans {
    public Known {
      all = List.copyOf(all);
    }

    List<LoanOut> without(Collection<ItemBarcode> told) {
      return all.stream()
          .filter(loan -> !loan.givenBack() && !told.contains(loan.item()))
          .toList();
    }
  }
}

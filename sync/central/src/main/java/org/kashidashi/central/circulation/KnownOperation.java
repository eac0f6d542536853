package org.kashidashi.central.circulation;

import org.kashidashi.sync.circulation.ItemBarcode;
import org.kashidashi.sync.circulation.PatronId;

/** An operation that this central understands. */
public sealed interface KnownOperation extends Operation
    permits LoanOperation, CancellationOperation {
  Origin origin();

  PatronId patron();

  ItemBarcode item();
}

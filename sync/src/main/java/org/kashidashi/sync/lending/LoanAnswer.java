package org.kashidashi.sync.lending;

import java.util.Optional;
import org.kashidashi.sync.circulation.DueDate;
import org.kashidashi.sync.circulation.Item;
import org.kashidashi.sync.circulation.LoanRefusal;

/** What became of one scanned item. */
public sealed interface LoanAnswer {
  /**
   * Lent, and durable on disk: 「済」 may be said.
   *
   * @param due empty if the clock cannot be trusted
   * @param ownHold whether it had waited for this patron
   */
  record Lent(Item item, Optional<DueDate> due, boolean offline, boolean ownHold)
      implements LoanAnswer {}

  record NotLent(LoanRefusal refusal) implements LoanAnswer {}
}

package org.kashidashi.sync.circulation;

import java.util.Optional;
import java.util.Set;

/** The answer to the question whether an item is lent. */
public sealed interface Decision {
  /**
   * The item is lent.
   *
   * @param due empty if the clock cannot be trusted to count from
   */
  record Lend(Item item, Optional<DueDate> due, Set<LoanFlag> flags) implements Decision {
    public Lend {
      flags = Set.copyOf(flags);
    }
  }

  record Refuse(LoanRefusal refusal) implements Decision {}
}

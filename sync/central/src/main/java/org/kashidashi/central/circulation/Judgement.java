package org.kashidashi.central.circulation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/** What is to be recorded of a loan that happened. None of these discards it. */
public sealed interface Judgement {
  Set<StaffReason> reasons();

  /**
   * The item is on loan from now on.
   *
   * @param lentAt by the clock that is believed
   * @param endsOpenLoanAt when the loan that was open so far ended, if there was one
   */
  record Lent(
      Instant lentAt,
      LocalDate due,
      Optional<Instant> endsOpenLoanAt,
      boolean fulfilsHold,
      Set<StaffReason> reasons)
      implements Judgement {
    public Lent {
      reasons = Set.copyOf(reasons);
    }
  }

  /** The loan goes into the history; another one stays open. */
  record Past(
      Instant lentAt, LocalDate due, Instant endedAt, Ending ending, Set<StaffReason> reasons)
      implements Judgement {
    public Past {
      reasons = Set.copyOf(reasons);
    }
  }

  /** The loan is kept as it came, for staff. */
  record Quarantined(Set<StaffReason> reasons) implements Judgement {
    public Quarantined {
      reasons = Set.copyOf(reasons);
    }
  }
}

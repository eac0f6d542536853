package org.kashidashi.central.circulation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.kashidashi.sync.circulation.LoanRenewal;
import org.kashidashi.sync.circulation.PatronId;
import org.kashidashi.sync.circulation.PatronStanding;

/** Decides whether a patron may keep an item for longer. */
public final class RenewalJudge {
  /** How often one loan may be prolonged. */
  static final long RENEWALS_MAXIMUM = 1;

  private final LoanRules rules;

  public RenewalJudge(LoanRules rules) {
    this.rules = rules;
  }

  /**
   * Judges an open loan of this very patron.
   *
   * <p>A wish that is repeated on the same day, because its answer was lost, does not prolong the
   * loan a second time: it is answered with the day that the first one gave.
   *
   * @param heldFor whose hold the item waits for
   */
  public LoanRenewal judge(
      OwnLoan loan, PatronStanding patron, Optional<PatronId> heldFor, Instant now) {
    LocalDate today = rules.dayOf(now);
    LocalDate due = today.plusDays(patron.loanDays());
    return reason(loan, patron, heldFor, today, due)
        .<LoanRenewal>map(found -> new LoanRenewal.Refused(found, loan.due()))
        .orElseGet(() -> new LoanRenewal.Renewed(due));
  }

  private static Optional<LoanRenewal.Reason> reason(
      OwnLoan loan,
      PatronStanding patron,
      Optional<PatronId> heldFor,
      LocalDate today,
      LocalDate due) {
    if (today.isAfter(patron.expires())) {
      return Optional.of(LoanRenewal.Reason.PATRON_EXPIRED);
    }
    if (!patron.blocks().isEmpty()) {
      return Optional.of(LoanRenewal.Reason.PATRON_BLOCKED);
    }
    if (today.isAfter(loan.due())) {
      return Optional.of(LoanRenewal.Reason.OVERDUE);
    }
    if (heldFor.isPresent() && !heldFor.get().equals(patron.patron())) {
      return Optional.of(LoanRenewal.Reason.ON_HOLD);
    }
    if (!due.isAfter(loan.due())) {
      return Optional.of(LoanRenewal.Reason.NOT_LATER);
    }
    return loan.renewals() < RENEWALS_MAXIMUM
        ? Optional.empty()
        : Optional.of(LoanRenewal.Reason.TOO_OFTEN);
  }
}

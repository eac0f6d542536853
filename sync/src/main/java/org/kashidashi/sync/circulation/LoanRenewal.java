package org.kashidashi.sync.circulation;

import java.time.LocalDate;

/** What the library system decided about a patron's wish to prolong an own loan. */
public sealed interface LoanRenewal {
  record Renewed(LocalDate due) implements LoanRenewal {}

  /**
   * The patron has no such loan. Whether the item exists, or who has it, is not told.
   */
  record NotOnLoan() implements LoanRenewal {}

  /**
   * The loan stays as it is.
   *
   * @param due as it was
   */
  record Refused(Reason reason, LocalDate due) implements LoanRenewal {}

  /** Why a loan is not prolonged. */
  enum Reason {
    PATRON_EXPIRED,
    PATRON_BLOCKED,
    OVERDUE,
    ON_HOLD,
    /** It would not be due later than it is, as on the day of the loan or of the last renewal. */
    NOT_LATER,
    TOO_OFTEN
  }
}

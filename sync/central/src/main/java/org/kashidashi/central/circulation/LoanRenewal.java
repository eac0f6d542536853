package org.kashidashi.central.circulation;

import java.time.LocalDate;

/** What came of a wish to prolong a loan. */
public sealed interface LoanRenewal {
  record Renewed(LocalDate due) implements LoanRenewal {}

  /**
   * The patron has no such loan. Whether the item exists, or who has it, is nobody's concern.
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

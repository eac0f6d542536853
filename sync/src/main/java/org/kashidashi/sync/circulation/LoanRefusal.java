package org.kashidashi.sync.circulation;

import java.time.LocalDate;
import java.util.Optional;

/** Why an item is not lent. */
public sealed interface LoanRefusal {
  /** The library system does not know the item. */
  record UnknownItem() implements LoanRefusal {}

  record OnHoldForAnother() implements LoanRefusal {}

  /** The patron's own hold, which this library hands out at the counter. */
  record OwnHoldAtCounter() implements LoanRefusal {}

  record ReferenceOnly() implements LoanRefusal {}

  record OtherLibrary() implements LoanRefusal {}

  /** On loan to this patron already, from before this session. */
  record AlreadyOnLoan(Optional<LocalDate> due) implements LoanRefusal {}

  record OnLoanToAnother() implements LoanRefusal {}

  record Audiovisual() implements LoanRefusal {}

  /** Lent in this very session. */
  record AlreadyLentNow() implements LoanRefusal {}

  record Restricted() implements LoanRefusal {}

  record LimitReached(int loanLimit) implements LoanRefusal {}

  record LibraryCardExpired(LocalDate expired) implements LoanRefusal {}

  record AutomaticRenewalFailed() implements LoanRefusal {}

  record Blocked(Block block) implements LoanRefusal {}
}

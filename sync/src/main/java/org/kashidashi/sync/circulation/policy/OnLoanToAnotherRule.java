package org.kashidashi.sync.circulation.policy;

import java.util.Optional;
import org.kashidashi.sync.circulation.CirculationStatus;
import org.kashidashi.sync.circulation.LoanRefusal;

/** An item that is still somebody else's loan is sorted out by staff. */
final class OnLoanToAnotherRule implements LoanRule {
  @Override
  public Optional<LoanRefusal> refuse(LoanQuestion question) {
    return question.itemStands(CirculationStatus.ON_LOAN_TO_ANOTHER)
        ? Optional.of(new LoanRefusal.OnLoanToAnother())
        : Optional.empty();
  }
}

package org.kashidashi.sync.circulation.policy;

import java.util.Optional;
import org.kashidashi.sync.circulation.CirculationStatus;
import org.kashidashi.sync.circulation.LoanRefusal;

/** An item that waits for somebody else is not lent. */
final class OnHoldForAnotherRule implements LoanRule {
  @Override
  public Optional<LoanRefusal> refuse(LoanQuestion question) {
    return question.itemStands(CirculationStatus.ON_HOLD_FOR_ANOTHER)
        ? Optional.of(new LoanRefusal.OnHoldForAnother())
        : Optional.empty();
  }
}

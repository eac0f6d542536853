package org.kashidashi.sync.circulation.policy;

import java.util.Optional;
import org.kashidashi.sync.circulation.CirculationStatus;
import org.kashidashi.sync.circulation.LoanRefusal;

/** Where holds are handed out at the counter, even the patron's own is. */
final class OwnHoldRule implements LoanRule {
  @Override
  public Optional<LoanRefusal> refuse(LoanQuestion question) {
    return question.itemStands(CirculationStatus.ON_HOLD_FOR_PATRON)
        ? Optional.of(new LoanRefusal.OwnHoldAtCounter())
        : Optional.empty();
  }
}

package org.kashidashi.sync.circulation.policy;

import java.util.Optional;
import org.kashidashi.sync.circulation.CirculationStatus;
import org.kashidashi.sync.circulation.ItemFacts;
import org.kashidashi.sync.circulation.LoanRefusal;

/** An item that the patron has already is renewed, not lent again. */
final class AlreadyOnLoanRule implements LoanRule {
  @Override
  public Optional<LoanRefusal> refuse(LoanQuestion question) {
    return question.itemStands(CirculationStatus.ON_LOAN_TO_PATRON)
        ? Optional.of(new LoanRefusal.AlreadyOnLoan(question.facts().flatMap(ItemFacts::due)))
        : Optional.empty();
  }
}

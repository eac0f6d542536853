package org.kashidashi.sync.circulation.policy;

import java.util.Optional;
import org.kashidashi.sync.circulation.LoanRefusal;

/** A patron may have so many items and no more. */
final class LimitRule implements LoanRule {
  @Override
  public Optional<LoanRefusal> refuse(LoanQuestion question) {
    int limit = question.standing().loanLimit();
    return question.standing().loansOut() >= limit
        ? Optional.of(new LoanRefusal.LimitReached(limit))
        : Optional.empty();
  }
}

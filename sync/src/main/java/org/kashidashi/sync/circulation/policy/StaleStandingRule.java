package org.kashidashi.sync.circulation.policy;

import java.util.Optional;
import org.kashidashi.sync.circulation.Freshness;
import org.kashidashi.sync.circulation.LoanRefusal;

/**
 * A patron of whom nothing was heard for long borrows a few items only until the library system
 * answers again: a block set meanwhile is not known here.
 */
final class StaleStandingRule implements LoanRule {
  private final int unconfirmedMaximum;

  StaleStandingRule(int unconfirmedMaximum) {
    this.unconfirmedMaximum = unconfirmedMaximum;
  }

  @Override
  public Optional<LoanRefusal> refuse(LoanQuestion question) {
    return question.age() != Freshness.Age.FRESH && question.unconfirmed() >= unconfirmedMaximum
        ? Optional.of(new LoanRefusal.LimitReached(unconfirmedMaximum))
        : Optional.empty();
  }
}

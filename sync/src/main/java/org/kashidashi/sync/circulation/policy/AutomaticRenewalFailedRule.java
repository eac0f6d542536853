package org.kashidashi.sync.circulation.policy;

import java.util.Optional;
import org.kashidashi.sync.circulation.LoanRefusal;
import org.kashidashi.sync.circulation.Renewal;

/**
 * A library card that ran out because its automatic renewal failed needs the counter.
 *
 * <p>While the card is still valid a failed renewal is a matter for advice, not for refusal.
 */
final class AutomaticRenewalFailedRule implements LoanRule {
  @Override
  public Optional<LoanRefusal> refuse(LoanQuestion question) {
    return question.libraryCardExpired()
            && question.standing().renewal() == Renewal.AUTOMATIC_FAILED
        ? Optional.of(new LoanRefusal.AutomaticRenewalFailed())
        : Optional.empty();
  }
}

package org.kashidashi.sync.circulation.policy;

import java.util.Optional;
import org.kashidashi.sync.circulation.LoanRefusal;

/** The same item twice in one session is a double scan, not a second loan. */
final class AlreadyLentNowRule implements LoanRule {
  @Override
  public Optional<LoanRefusal> refuse(LoanQuestion question) {
    return question.lentNow() ? Optional.of(new LoanRefusal.AlreadyLentNow()) : Optional.empty();
  }
}

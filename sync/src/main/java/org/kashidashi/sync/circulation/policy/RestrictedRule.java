package org.kashidashi.sync.circulation.policy;

import java.util.Optional;
import org.kashidashi.sync.circulation.ItemClass;
import org.kashidashi.sync.circulation.LoanRefusal;

/** Items limited by age or class are lent at the counter. */
final class RestrictedRule implements LoanRule {
  @Override
  public Optional<LoanRefusal> refuse(LoanQuestion question) {
    return question.itemIs(ItemClass.RESTRICTED)
        ? Optional.of(new LoanRefusal.Restricted())
        : Optional.empty();
  }
}

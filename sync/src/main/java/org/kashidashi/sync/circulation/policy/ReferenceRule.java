package org.kashidashi.sync.circulation.policy;

import java.util.Optional;
import org.kashidashi.sync.circulation.ItemClass;
import org.kashidashi.sync.circulation.LoanRefusal;

/** Reference items stay in the library (禁帯出). */
final class ReferenceRule implements LoanRule {
  @Override
  public Optional<LoanRefusal> refuse(LoanQuestion question) {
    return question.itemIs(ItemClass.REFERENCE)
        ? Optional.of(new LoanRefusal.ReferenceOnly())
        : Optional.empty();
  }
}

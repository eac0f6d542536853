package org.kashidashi.sync.circulation.policy;

import java.util.Optional;
import org.kashidashi.sync.circulation.LoanRefusal;

/** What the library system does not know is not the library's; offline, nobody can say. */
final class UnknownItemRule implements LoanRule {
  @Override
  public Optional<LoanRefusal> refuse(LoanQuestion question) {
    return question.item() instanceof ItemKnowledge.NotInCatalogue
        ? Optional.of(new LoanRefusal.UnknownItem())
        : Optional.empty();
  }
}

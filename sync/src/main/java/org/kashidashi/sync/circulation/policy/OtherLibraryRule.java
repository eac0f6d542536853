package org.kashidashi.sync.circulation.policy;

import java.util.Optional;
import org.kashidashi.sync.circulation.ItemClass;
import org.kashidashi.sync.circulation.LoanRefusal;

/** Another library's item has its own rules, which this kiosk does not know. */
final class OtherLibraryRule implements LoanRule {
  @Override
  public Optional<LoanRefusal> refuse(LoanQuestion question) {
    return question.itemIs(ItemClass.OTHER_LIBRARY)
        ? Optional.of(new LoanRefusal.OtherLibrary())
        : Optional.empty();
  }
}

package org.kashidashi.sync.circulation.policy;

import java.util.Optional;
import org.kashidashi.sync.circulation.ItemClass;
import org.kashidashi.sync.circulation.LoanRefusal;

/** Recordings, and books with parts, are checked by staff. */
final class AudiovisualRule implements LoanRule {
  @Override
  public Optional<LoanRefusal> refuse(LoanQuestion question) {
    return question.itemIs(ItemClass.AUDIOVISUAL)
        ? Optional.of(new LoanRefusal.Audiovisual())
        : Optional.empty();
  }
}

package org.kashidashi.sync.circulation.policy;

import java.util.Optional;
import org.kashidashi.sync.circulation.LoanRefusal;

/** The library card must be valid on the day of the loan; its last day counts. */
final class LibraryCardExpiredRule implements LoanRule {
  @Override
  public Optional<LoanRefusal> refuse(LoanQuestion question) {
    return question.libraryCardExpired()
        ? Optional.of(new LoanRefusal.LibraryCardExpired(question.standing().expires()))
        : Optional.empty();
  }
}

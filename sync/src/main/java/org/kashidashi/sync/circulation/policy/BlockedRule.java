package org.kashidashi.sync.circulation.policy;

import java.util.Arrays;
import java.util.Optional;
import org.kashidashi.sync.circulation.Block;
import org.kashidashi.sync.circulation.LoanRefusal;

/**
 * A blocked patron may not borrow.
 *
 * <p>Of several blocks the first in the order of {@link Block} is named: what the patron can act on
 * alone comes first.
 */
final class BlockedRule implements LoanRule {
  @Override
  public Optional<LoanRefusal> refuse(LoanQuestion question) {
    return Arrays.stream(Block.values())
        .filter(question.standing().blocks()::contains)
        .findFirst()
        .map(LoanRefusal.Blocked::new);
  }
}

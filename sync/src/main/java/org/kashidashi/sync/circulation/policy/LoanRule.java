package org.kashidashi.sync.circulation.policy;

import java.util.Optional;
import org.kashidashi.sync.circulation.LoanRefusal;

/**
 * One reason why an item may not be lent.
 *
 * <p>A rule is pure: it looks at the question alone, and answers at once. A rule about the item
 * says nothing while no item was scanned.
 */
@FunctionalInterface
public interface LoanRule {
  /** The refusal, or empty if this rule has nothing against the loan. */
  Optional<LoanRefusal> refuse(LoanQuestion question);
}

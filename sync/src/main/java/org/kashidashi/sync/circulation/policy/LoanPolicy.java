package org.kashidashi.sync.circulation.policy;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.kashidashi.sync.circulation.LoanRefusal;

/**
 * The rules of one library in the order in which they are asked; the first refusal is the answer.
 */
public final class LoanPolicy {
  private final List<LoanRule> rules;

  public LoanPolicy(List<LoanRule> rules) {
    this.rules = List.copyOf(rules);
  }

  /**
   * The rules of a library, by its settings.
   *
   * <p>Who the patron is comes before what the item is. A double scan comes before the limit, so
   * that the last permitted item scanned twice says 「もう済んでいます」.
   */
  public static LoanPolicy of(LoanPolicySettings settings) {
    Stream<LoanRule> aboutPatron = Stream.of(
        new AutomaticRenewalFailedRule(),
        new LibraryCardExpiredRule(),
        new BlockedRule(),
        new AlreadyLentNowRule(),
        new LimitRule(),
        new StaleStandingRule(settings.staleLoansMaximum()));
    Stream<LoanRule> aboutCirculation =
        Stream.of(new AlreadyOnLoanRule(), new OnLoanToAnotherRule(), new OnHoldForAnotherRule());
    Stream<LoanRule> aboutOwnHold =
        settings.ownHoldsAtCounter() ? Stream.of(new OwnHoldRule()) : Stream.of();
    Stream<LoanRule> aboutItem = Stream.of(
        new ReferenceRule(),
        new AudiovisualRule(),
        new RestrictedRule(),
        new OtherLibraryRule(),
        new UnknownItemRule());
    return new LoanPolicy(Stream.of(aboutPatron, aboutCirculation, aboutOwnHold, aboutItem)
        .flatMap(part -> part)
        .toList());
  }

  public Optional<LoanRefusal> refuse(LoanQuestion question) {
    return rules.stream()
        .map(rule -> rule.refuse(question))
        .flatMap(Optional::stream)
        .findFirst();
  }
}

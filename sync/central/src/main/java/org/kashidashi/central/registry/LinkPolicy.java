package org.kashidashi.central.registry;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.kashidashi.sync.registry.counter.CounterRefusal;

/** All that can speak against a link, in the order in which it is told. Pure. */
public final class LinkPolicy {
  /** A new rule is one class, and its line here. */
  private static final List<LinkRule> BEFORE = List.of(
      new SiteRule(),
      new ConsentRule(),
      new ShownCardRule(),
      new KnownPatronRule(),
      new NewcomerRule(),
      new CardValidityRule(),
      new LinkEligibilityRule(),
      new OldMethodRule());

  private static final List<PersonRule> AFTER = List.of(
      new SamePersonRule(), new PersonLinkRule(), new PatronLinkRule(), new HolderCheckedRule());

  private LinkPolicy() {}

  /** Whether an authority need not be asked at all. */
  public static Optional<CounterRefusal> refusal(LinkQuestion question) {
    return BEFORE.stream().flatMap(rule -> rule.refusal(question).stream()).findFirst();
  }

  /** Everything, once an authority has said whose card it is. */
  public static Optional<CounterRefusal> refusal(LinkQuestion question, PersonFacts person) {
    return Stream.concat(
            refusal(question).stream(),
            AFTER.stream().flatMap(rule -> rule.refusal(question, person).stream()))
        .findFirst();
  }
}

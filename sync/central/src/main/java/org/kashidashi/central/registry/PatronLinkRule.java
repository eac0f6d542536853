package org.kashidashi.central.registry;

import java.util.Optional;
import org.kashidashi.sync.registry.counter.CounterRefusal;

/** A library card is linked to one person. */
final class PatronLinkRule implements PersonRule {
  @Override
  public Optional<CounterRefusal> refusal(LinkQuestion question, PersonFacts person) {
    return person.patronLinkedToAnother()
        ? Optional.of(CounterRefusal.PATRON_LINKED_ALREADY)
        : Optional.empty();
  }
}

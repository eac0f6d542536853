package org.kashidashi.central.registry;

import java.util.Optional;
import org.kashidashi.central.circulation.PatronRecord;
import org.kashidashi.sync.circulation.PatronId;
import org.kashidashi.sync.registry.counter.CounterRefusal;

/** A person is linked to one library card; to the same one as often as they like. */
final class PersonLinkRule implements PersonRule {
  @Override
  public Optional<CounterRefusal> refusal(LinkQuestion question, PersonFacts person) {
    Optional<PatronId> holder = question.holder().patron().map(PatronRecord::patron);
    return person.linkedTo().isPresent() && !person.linkedTo().equals(holder)
        ? Optional.of(CounterRefusal.PERSON_LINKED_ALREADY)
        : Optional.empty();
  }
}

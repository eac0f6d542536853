package org.kashidashi.central.registry;

import java.util.Optional;
import org.kashidashi.central.circulation.PatronRecord;
import org.kashidashi.sync.registry.counter.CounterRefusal;
import org.kashidashi.sync.registry.counter.LinkApplication.Holder;

/**
 * Something must tie the person to the library card: what is kept here of its holder, or staff who
 * have compared the person with the library's own record. Whoever finds a library card has it, too.
 */
final class HolderCheckedRule implements PersonRule {
  @Override
  public Optional<CounterRefusal> refusal(LinkQuestion question, PersonFacts person) {
    boolean tied = switch (question.application().holder()) {
      case Holder.HasCard _, Holder.Migrating _ ->
        question.application().holderChecked()
            || (person.kept().isPresent() && person.told().isPresent())
            || linkedBefore(question, person);
      // Staff have just seen the document.
      case Holder.Newcomer _ -> true;
    };
    return tied ? Optional.empty() : Optional.of(CounterRefusal.DOCUMENT_NOT_ENOUGH);
  }

  private static boolean linkedBefore(LinkQuestion question, PersonFacts person) {
    return person.linkedTo().isPresent()
        && person.linkedTo().equals(question.holder().patron().map(PatronRecord::patron));
  }
}

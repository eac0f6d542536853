package org.kashidashi.central.registry;

import java.util.Optional;
import org.kashidashi.sync.registry.counter.CounterRefusal;

/** Nothing of a person goes to an authority before the person has agreed. */
final class ConsentRule implements LinkRule {
  @Override
  public Optional<CounterRefusal> refusal(LinkQuestion question) {
    return question.application().consent()
        ? Optional.empty()
        : Optional.of(CounterRefusal.NO_CONSENT);
  }
}

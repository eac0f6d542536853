package org.kashidashi.central.registry;

import java.util.Optional;
import org.kashidashi.sync.registry.counter.CounterRefusal;

/** Links are made at the counters that the library names. */
final class SiteRule implements LinkRule {
  @Override
  public Optional<CounterRefusal> refusal(LinkQuestion question) {
    return question.linkingHere() ? Optional.empty() : Optional.of(CounterRefusal.NOT_AT_THIS_SITE);
  }
}

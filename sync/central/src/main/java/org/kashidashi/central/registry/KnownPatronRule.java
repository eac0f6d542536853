package org.kashidashi.central.registry;

import java.util.Optional;
import org.kashidashi.sync.registry.counter.CounterRefusal;
import org.kashidashi.sync.registry.counter.LinkApplication.Holder;

/** The library must have given out the library card. */
final class KnownPatronRule implements LinkRule {
  @Override
  public Optional<CounterRefusal> refusal(LinkQuestion question) {
    return switch (question.application().holder()) {
      case Holder.HasCard _, Holder.Migrating _ ->
        question.holder().patron().isPresent()
            ? Optional.empty()
            : Optional.of(CounterRefusal.UNKNOWN_PATRON);
      case Holder.Newcomer _ -> Optional.empty();
    };
  }
}

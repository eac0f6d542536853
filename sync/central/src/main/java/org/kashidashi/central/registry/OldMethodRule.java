package org.kashidashi.central.registry;

import java.util.Optional;
import org.kashidashi.sync.registry.counter.CounterRefusal;
import org.kashidashi.sync.registry.counter.LinkApplication.Holder;

/** Only a link of the withdrawn method can be migrated. */
final class OldMethodRule implements LinkRule {
  @Override
  public Optional<CounterRefusal> refusal(LinkQuestion question) {
    return switch (question.application().holder()) {
      case Holder.Migrating _ ->
        question.holder().oldMethod()
            ? Optional.empty()
            : Optional.of(CounterRefusal.NOTHING_TO_MIGRATE);
      case Holder.HasCard _, Holder.Newcomer _ -> Optional.empty();
    };
  }
}

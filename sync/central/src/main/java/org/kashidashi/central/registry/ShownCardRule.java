package org.kashidashi.central.registry;

import java.util.Optional;
import org.kashidashi.sync.registry.counter.CounterRefusal;
import org.kashidashi.sync.registry.counter.LinkApplication.Holder;
import org.kashidashi.sync.registry.counter.LinkApplication.Shown;

/** The library card must be there, or the phone card; anybody can type a number. */
final class ShownCardRule implements LinkRule {
  @Override
  public Optional<CounterRefusal> refusal(LinkQuestion question) {
    return switch (question.application().holder()) {
      case Holder.HasCard holder -> refusal(holder.shown());
      case Holder.Migrating holder -> refusal(holder.shown());
      case Holder.Newcomer _ -> Optional.empty();
    };
  }

  private static Optional<CounterRefusal> refusal(Shown shown) {
    return switch (shown) {
      case LIBRARY_CARD, PHONE_CARD -> Optional.empty();
      case TYPED_NUMBER -> Optional.of(CounterRefusal.NO_LIBRARY_CARD);
    };
  }
}

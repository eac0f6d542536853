package org.kashidashi.central.registry;

import java.util.Optional;
import org.kashidashi.sync.registry.counter.CounterRefusal;
import org.kashidashi.sync.registry.counter.LinkApplication.Holder;

/** Who registers and links in one go must be fit to be registered. */
final class NewcomerRule implements LinkRule {
  @Override
  public Optional<CounterRefusal> refusal(LinkQuestion question) {
    return switch (question.application().holder()) {
      case Holder.Newcomer newcomer ->
        RegistrationRules.refusal(newcomer.registration(), question.registering());
      case Holder.HasCard _, Holder.Migrating _ -> Optional.empty();
    };
  }
}

package org.kashidashi.central.registry;

import java.util.Optional;
import org.kashidashi.central.circulation.PatronRecord;
import org.kashidashi.central.circulation.Residence;
import org.kashidashi.sync.registry.counter.CounterRefusal;
import org.kashidashi.sync.registry.counter.LinkApplication.Holder;

/** A library says whose card it links: anyone's, residents', commuters' too. */
final class LinkEligibilityRule implements LinkRule {
  @Override
  public Optional<CounterRefusal> refusal(LinkQuestion question) {
    return residence(question)
        .filter(residence -> !question.rules().linkTo().admits(residence))
        .map(_ -> CounterRefusal.NOT_ELIGIBLE);
  }

  private static Optional<Residence> residence(LinkQuestion question) {
    return switch (question.application().holder()) {
      case Holder.HasCard _, Holder.Migrating _ ->
        question.holder().patron().map(PatronRecord::residence);
      case Holder.Newcomer newcomer ->
        Optional.of(RegistrationRules.residence(newcomer.registration().residence()));
    };
  }
}

package org.kashidashi.central.registry;

import java.util.Optional;
import org.kashidashi.sync.registry.counter.CounterRefusal;

/** An expired library card is renewed first: its last day is still good. */
final class CardValidityRule implements LinkRule {
  @Override
  public Optional<CounterRefusal> refusal(LinkQuestion question) {
    return question
        .holder()
        .patron()
        .filter(patron -> patron.expires().isBefore(question.today()))
        .map(_ -> CounterRefusal.LIBRARY_CARD_EXPIRED);
  }
}

package org.kashidashi.central.registry;

import java.util.Optional;
import org.kashidashi.sync.registry.counter.CounterRefusal;

/** One reason against a link that is known once an authority has said whose card it is. Pure. */
interface PersonRule {
  Optional<CounterRefusal> refusal(LinkQuestion question, PersonFacts person);
}

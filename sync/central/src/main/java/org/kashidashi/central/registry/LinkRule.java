package org.kashidashi.central.registry;

import java.util.Optional;
import org.kashidashi.sync.registry.counter.CounterRefusal;

/** One reason against a link that is known before an authority is asked. Pure. */
interface LinkRule {
  Optional<CounterRefusal> refusal(LinkQuestion question);
}

package org.kashidashi.kiosk.diagnosis.live;

import java.util.List;
import java.util.Optional;
import org.kashidashi.kiosk.diagnosis.Condition;
import org.kashidashi.sync.store.OutboxCounts;

/**
 * What was found out the last time that somebody went round.
 *
 * @param counts of the outbox; empty as long as the store does not answer
 */
record Sample(List<Condition> conditions, Optional<OutboxCounts> counts) {
  static final Sample NONE = new Sample(List.of(), Optional.empty());

  Sample {
    conditions = List.copyOf(conditions);
  }
}

package org.kashidashi.kiosk.diagnosis.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kashidashi.kiosk.diagnosis.Condition;
import org.kashidashi.kiosk.diagnosis.Part;
import org.kashidashi.kiosk.diagnosis.check.DatabaseCheck;
import org.kashidashi.kiosk.diagnosis.facts.MachineFacts;
import org.kashidashi.kiosk.diagnosis.facts.QueueFacts;
import org.kashidashi.sync.store.OutboxCounts;
import org.kashidashi.sync.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Goes round and looks at what tells nobody by itself: disk, memory, board, clock, queue. */
final class Rounds {
  private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);

  private final Surroundings around;
  private final MachineFacts machine;

  Rounds(Surroundings around) {
    this.around = around;
    this.machine = new MachineFacts(around.machine());
  }

  /** Touches no device. Blocks for as long as the store takes to count. */
  Sample go() {
    List<Condition> conditions = new ArrayList<>();
    Optional<OutboxCounts> counts = Optional.empty();
    try {
      OutboxCounts now = around.store().outboxCounts();
      counts = Optional.of(now);
      conditions.add(QueueFacts.condition(now, around.clock()));
      conditions.add(Condition.good(Part.DATABASE));
    } catch (StoreException failure) {
      LOG.debug("the outbox is not counted", failure);
      conditions.add(Condition.bad(Part.DATABASE, DatabaseCheck.causeOf(failure)));
    }
    conditions.addAll(machine.conditions());
    return new Sample(conditions, counts);
  }
}

package org.kashidashi.kiosk.diagnosis.live;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kashidashi.kiosk.diagnosis.Cause;
import org.kashidashi.kiosk.diagnosis.Condition;
import org.kashidashi.kiosk.diagnosis.Fact;
import org.kashidashi.kiosk.diagnosis.Part;
import org.kashidashi.kiosk.diagnosis.Subject;
import org.kashidashi.kiosk.diagnosis.check.DatabaseCheck;
import org.kashidashi.kiosk.diagnosis.check.Disk;
import org.kashidashi.sync.circulation.ClockState;
import org.kashidashi.sync.store.OutboxCounts;
import org.kashidashi.sync.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Goes round and looks at what tells nobody by itself: disk, memory, board, clock, queue. */
final class Rounds {
  private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
  private static final double LEAST_PERCENT = 10;
  private static final double LEAST_MEGABYTES = 100;
  private static final int DAYS_SOON = 14;

  private final Surroundings around;

  Rounds(Surroundings around) {
    this.around = around;
  }

  /** Touches no device. Blocks for as long as the store takes to count. */
  Sample go() {
    List<Condition> conditions = new ArrayList<>();
    Optional<OutboxCounts> counts = Optional.empty();
    try {
      OutboxCounts now = around.store().outboxCounts();
      counts = Optional.of(now);
      conditions.add(Outbox.condition(now, around.clock()));
      conditions.add(Condition.good(Part.DATABASE));
    } catch (StoreException failure) {
      LOG.debug("the outbox is not counted", failure);
      conditions.add(Condition.bad(Part.DATABASE, DatabaseCheck.causeOf(failure)));
    }
    conditions.add(disk());
    conditions.add(around.board().memoryCondition());
    conditions.add(around.board().condition());
    conditions.add(clock());
    conditions.add(identity());
    conditions.add(network());
    return new Sample(conditions, counts);
  }

  private Condition disk() {
    try {
      Disk.Room room = Disk.room(around.state());
      Fact left = Fact.number(Subject.ROOM, room.megabytes());
      if (!room.writable()) {
        return Condition.bad(Part.DISK, Cause.DISK_READ_ONLY, left);
      }
      boolean little = room.megabytes() < LEAST_MEGABYTES || room.percent() < LEAST_PERCENT;
      return little
          ? Condition.doubtful(Part.DISK, Cause.DISK_NEARLY_FULL, left)
          : Condition.good(Part.DISK, left);
    } catch (IOException gone) {
      LOG.debug("the disk cannot be looked at", gone);
      return Condition.bad(Part.DISK, Cause.DISK_MISSING);
    }
  }

  private Condition clock() {
    return around.clockState().get() == ClockState.UNKNOWN
        ? Condition.doubtful(Part.CLOCK, Cause.CLOCK_NOT_SET)
        : Condition.good(Part.CLOCK);
  }

  private Condition identity() {
    if (!around.central().encrypted()) {
      return Condition.absent(Part.IDENTITY);
    }
    Optional<Instant> end = around.central().identityEnd().get();
    if (end.isEmpty()) {
      return Condition.bad(Part.IDENTITY, Cause.NOT_ENROLLED);
    }
    Duration left = Duration.between(around.clock().instant(), end.get());
    Fact days = Fact.number(Subject.IDENTITY_DAYS, left.toDays());
    if (left.isNegative()) {
      return Condition.bad(Part.IDENTITY, Cause.IDENTITY_EXPIRED, days);
    }
    return left.toDays() <= DAYS_SOON
        ? Condition.doubtful(Part.IDENTITY, Cause.IDENTITY_ENDS_SOON, days)
        : Condition.good(Part.IDENTITY, days);
  }

  private Condition network() {
    Cause trouble = around.interfaces().trouble();
    boolean near = String.valueOf(around.central().address().getHost())
        .matches("localhost|127\\..*|\\[?::1\\]?");
    return trouble == Cause.NONE || near
        ? Condition.good(Part.NETWORK)
        : Condition.bad(Part.NETWORK, trouble);
  }
}

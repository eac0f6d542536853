package org.kashidashi.kiosk.diagnosis.facts;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kashidashi.kiosk.diagnosis.Cause;
import org.kashidashi.kiosk.diagnosis.Condition;
import org.kashidashi.kiosk.diagnosis.Fact;
import org.kashidashi.kiosk.diagnosis.Part;
import org.kashidashi.kiosk.diagnosis.Subject;
import org.kashidashi.sync.circulation.ClockState;
import org.kashidashi.sync.store.StoreSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a machine tells of itself out of small files, whether a kiosk runs on it or not. Any thread. */
public final class MachineFacts {
  private static final Logger LOG = LoggerFactory.getLogger(MachineFacts.class);
  private static final double LEAST_PERCENT = 10;
  private static final double LEAST_MEGABYTES = 100;

  /** With less a kiosk does not open its store. */
  private static final double OPENING_MEGABYTES = 3;

  private final Machine machine;

  public MachineFacts(Machine machine) {
    this.machine = machine;
  }

  /** Of each part that is no device and no database. */
  public List<Condition> conditions() {
    return List.of(
        machine.configuration().get(),
        diskCondition(),
        machine.board().memoryCondition(),
        machine.board().condition(),
        clockCondition(),
        identity(),
        networkCondition());
  }

  public List<Fact> sensors() {
    return machine.board().sensors();
  }

  /** What this process takes of the memory, which is the kiosk's only where a kiosk says it. */
  public List<Fact> process() {
    return machine.board().process();
  }

  public List<Fact> memory() {
    return machine.board().memory();
  }

  public List<Fact> network() {
    List<Fact> facts = new ArrayList<>(machine.interfaces().facts());
    facts.add(
        Fact.text(Subject.CENTRAL, String.valueOf(machine.central().address().getHost())));
    machine
        .identityLeft()
        .ifPresent(left -> facts.add(Fact.number(Subject.IDENTITY_DAYS, (double) left.toDays())));
    return facts;
  }

  public List<Fact> version() {
    List<Fact> facts = new ArrayList<>();
    facts.add(Fact.text(Subject.PROGRAM, machine.version()));
    facts.add(Fact.text(Subject.RUNTIME, "Java " + Runtime.version()));
    facts.add(Fact.text(
        Subject.SYSTEM,
        "%s %s %s"
            .formatted(
                System.getProperty("os.name"),
                System.getProperty("os.version"),
                System.getProperty("os.arch"))));
    machine.board().model().ifPresent(model -> facts.add(Fact.text(Subject.BOARD, model)));
    facts.add(Fact.text(Subject.SCHEMA, Integer.toString(StoreSettings.schema())));
    return facts;
  }

  public List<Fact> clock() {
    ClockState state = machine.clockState().get();
    return List.of(
        new Fact(Subject.TIME, "", new Fact.Value.Moment(machine.clock().instant())),
        new Fact(
            Subject.TIME_TRUSTED, state.name(), new Fact.Value.Flag(state != ClockState.UNKNOWN)));
  }

  public List<Fact> disk() {
    try {
      Disk.Room room = Disk.room(machine.state());
      return List.of(
          Fact.text(Subject.PLACE, machine.state().toString()),
          Fact.number(Subject.ROOM, room.megabytes()),
          Fact.number(Subject.ROOM_NEEDED, neededMegabytes()),
          Fact.number(Subject.ROOM_SHARE, room.percent()),
          new Fact(Subject.WRITABLE, "", new Fact.Value.Flag(room.writable())));
    } catch (IOException gone) {
      return List.of(Fact.text(Subject.PLACE, machine.state().toString()));
    }
  }

  private Condition diskCondition() {
    try {
      Disk.Room room = Disk.room(machine.state());
      Fact left = Fact.number(Subject.ROOM, room.megabytes());
      if (!room.writable()) {
        return Condition.bad(Part.DISK, Cause.DISK_READ_ONLY, left);
      }
      double needed = neededMegabytes();
      if (room.megabytes() < needed) {
        return Condition.bad(
            Part.DISK, Cause.DATABASE_FULL, left, Fact.number(Subject.ROOM_NEEDED, needed));
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

  /** What lending needs, which is more once the kiosk has given up what it held back. */
  private double neededMegabytes() {
    return Math.max(OPENING_MEGABYTES, machine.store().leastFreeBytes() / Disk.MEGABYTE);
  }

  private Condition clockCondition() {
    return machine.clockState().get() == ClockState.UNKNOWN
        ? Condition.doubtful(Part.CLOCK, Cause.CLOCK_NOT_SET)
        : Condition.good(Part.CLOCK);
  }

  private Condition identity() {
    if (!machine.central().encrypted()) {
      return Condition.absent(Part.IDENTITY);
    }
    Optional<Duration> left = machine.identityLeft();
    if (left.isEmpty()) {
      return Condition.bad(Part.IDENTITY, Cause.NOT_ENROLLED);
    }
    Fact days = Fact.number(Subject.IDENTITY_DAYS, (double) left.get().toDays());
    if (left.get().isNegative()) {
      return Condition.bad(Part.IDENTITY, Cause.IDENTITY_EXPIRED, days);
    }
    return left.get().toDays() <= Machine.IDENTITY_DAYS_SOON
        ? Condition.doubtful(Part.IDENTITY, Cause.IDENTITY_ENDS_SOON, days)
        : Condition.good(Part.IDENTITY, days);
  }

  private Condition networkCondition() {
    Cause trouble = machine.interfaces().trouble();
    boolean near = String.valueOf(machine.central().address().getHost())
        .matches("localhost|127\\..*|\\[?::1\\]?");
    return trouble == Cause.NONE || near
        ? Condition.good(Part.NETWORK)
        : Condition.bad(Part.NETWORK, trouble);
  }
}

package org.kashidashi.kiosk.diagnosis.live;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import org.kashidashi.kiosk.diagnosis.Cause;
import org.kashidashi.kiosk.diagnosis.Condition;
import org.kashidashi.kiosk.diagnosis.Health;
import org.kashidashi.kiosk.diagnosis.Part;
import org.kashidashi.kiosk.diagnosis.ServiceMode;
import org.kashidashi.kiosk.session.SessionEvent;
import org.kashidashi.kiosk.session.StaffWords;
import org.kashidashi.sync.store.OutboxCounts;

/** The health of a running kiosk, answered from memory. Any thread; {@link #round} one at a time. */
public final class HealthBook {
  /** What a screen has room for; the console tells them all. */
  private static final int SHOWN_MAXIMUM = 3;

  private final Modes modes;
  private final Sightings sightings;
  private final Rounds rounds;
  private final BooleanSupplier alive;
  private final Consumer<SessionEvent> events;
  private final Function<Cause, StaffWords> words;
  private volatile Sample sample = Sample.NONE;
  private List<StaffWords> shown = List.of();

  /**
   * @param alive whether every thread of the kiosk does its steps
   * @param events told what staff have to know
   * @param words what the screen says of a cause
   */
  public HealthBook(
      Modes modes,
      Sightings sightings,
      Surroundings around,
      BooleanSupplier alive,
      Consumer<SessionEvent> events,
      Function<Cause, StaffWords> words) {
    this.modes = modes;
    this.sightings = sightings;
    this.rounds = new Rounds(around);
    this.alive = alive;
    this.events = events;
    this.words = words;
  }

  /** Looks at what tells nobody by itself, and tells the screen what is new. */
  public void round() {
    sample = rounds.go();
    List<StaffWords> troubles = health().troubles().stream()
        .map(Condition::cause)
        .distinct()
        .limit(SHOWN_MAXIMUM)
        .map(words)
        .toList();
    if (!troubles.equals(shown)) {
      shown = troubles;
      events.accept(new SessionEvent.TroublesSeen(troubles));
    }
  }

  public Health health() {
    Map<Part, Condition> parts = new EnumMap<>(Part.class);
    for (Part part : Part.values()) {
      parts.put(
          part, sightings.of(part).map(Sightings.Seen::condition).orElse(Condition.unknown(part)));
    }
    for (Condition sampled : sample.conditions()) {
      parts.put(sampled.part(), sampled);
    }
    parts.put(Part.KIOSK, kiosk());
    return new Health(modes.mode(), new ArrayList<>(parts.values()));
  }

  Optional<OutboxCounts> counts() {
    return sample.counts();
  }

  private Condition kiosk() {
    if (!alive.getAsBoolean()) {
      return Condition.bad(Part.KIOSK, Cause.KIOSK_HANGS);
    }
    ServiceMode mode = modes.mode();
    return switch (mode) {
      case CLOSED -> Condition.doubtful(Part.KIOSK, Cause.CLOSED_BY_TECHNICIAN);
      case MAINTENANCE -> Condition.doubtful(Part.KIOSK, Cause.IN_MAINTENANCE);
      case OPEN ->
        sightings.closedByLibrary()
            ? Condition.doubtful(Part.KIOSK, Cause.CLOSED_BY_LIBRARY)
            : Condition.good(Part.KIOSK);
    };
  }
}

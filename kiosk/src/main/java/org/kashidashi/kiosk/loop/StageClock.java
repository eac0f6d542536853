package org.kashidashi.kiosk.loop;

import java.util.Optional;
import java.util.function.LongSupplier;
import org.kashidashi.kiosk.session.Occurrence;
import org.kashidashi.kiosk.session.SessionState;
import org.kashidashi.kiosk.session.Stage;

/** Measures how long each step of a session takes. Confined to the session thread. */
final class StageClock {
  private static final long NANOS_PER_MILLI = 1_000_000;

  private final LongSupplier nanoTime;
  private Optional<Stage.Visited> here = Optional.empty();
  private long since;

  /**
   * @param nanoTime runs on evenly, as {@link System#nanoTime}
   */
  StageClock(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /** The step that was left for this state; empty if it is still the same, or none was left. */
  Optional<Occurrence> entered(SessionState state) {
    Optional<Stage.Visited> next = Stage.of(state);
    if (next.equals(here)) {
      return Optional.empty();
    }
    long now = nanoTime.getAsLong();
    int milliseconds = (int) Math.min(Integer.MAX_VALUE, (now - since) / NANOS_PER_MILLI);
    Optional<Occurrence> left =
        here.map(visited -> new Occurrence.StageLeft(visited.id(), visited.stage(), milliseconds));
    here = next;
    since = now;
    return left;
  }
}

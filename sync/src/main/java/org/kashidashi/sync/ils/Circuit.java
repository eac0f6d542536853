package org.kashidashi.sync.ils;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Remembers that a server is down, so that not every patron waits for the same time-out.
 *
 * <p>After a failure nobody asks for a pause; then one caller tries, while the others still do not
 * wait. Any answer ends it. Safe for any thread.
 */
public final class Circuit {
  private static final Duration PAUSE_MAXIMUM = Duration.ofMinutes(5);

  /** Down since an instant, not to be tried for a pause. */
  private record Down(Instant since, Duration pause) {
    boolean isOver(Instant now) {
      // A clock that went back must not keep the circuit open.
      return now.isBefore(since) || !now.isBefore(since.plus(pause));
    }
  }

  private static final Down UP = new Down(Instant.MIN, Duration.ZERO);

  private final Clock clock;
  private final Duration pause;
  private final AtomicReference<Down> state = new AtomicReference<>(UP);

  /**
   * @param pause how long nobody tries after a failure
   */
  public Circuit(Clock clock, Duration pause) {
    this.clock = clock;
    this.pause = pause;
  }

  /** Whether the caller may ask now. One caller is let through when the pause is over. */
  public boolean mayTry() {
    Down before = Objects.requireNonNull(state.get());
    if (before.equals(UP)) {
      return true;
    }
    Instant now = clock.instant();
    return before.isOver(now) && state.compareAndSet(before, new Down(now, pause));
  }

  public void succeeded() {
    state.set(UP);
  }

  public void failed() {
    failed(pause);
  }

  /**
   * The server itself said how long it wants to be left alone.
   *
   * @param wish longer than 5 minutes counts as 5 minutes
   */
  public void failed(Duration wish) {
    Duration wait = wish.compareTo(PAUSE_MAXIMUM) > 0 ? PAUSE_MAXIMUM : wish;
    state.set(new Down(clock.instant(), wait.compareTo(pause) < 0 ? pause : wait));
  }
}

package org.kashidashi.kiosk.loop;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.kashidashi.kiosk.session.SessionEvent;
import org.kashidashi.sync.engine.SyncEngine;
import org.kashidashi.sync.engine.SyncReport;
import org.kashidashi.sync.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sync thread: lets the engine send what is in the outbox, and tells whether the library system
 * answers.
 *
 * <p>{@link #runOnce} and {@link #await} belong to that thread; {@link #nudge} to
 * any.
 */
public final class SyncDesk {
  private static final Logger LOG = LoggerFactory.getLogger(SyncDesk.class);
  private static final Duration STORE_TROUBLE = Duration.ofSeconds(10);

  private final SyncEngine engine;
  private final BooleanSupplier reachable;
  private final Consumer<SessionEvent> events;
  private final Semaphore nudges = new Semaphore(0);
  private Optional<Boolean> last = Optional.empty();
  private volatile boolean waitingForAnswer;

  /**
   * @param reachable asks the library system whether it is there; blocks
   */
  public SyncDesk(SyncEngine engine, BooleanSupplier reachable, Consumer<SessionEvent> events) {
    this.engine = engine;
    this.reachable = reachable;
    this.events = events;
  }

  /**
   * Something was put into the outbox.
   *
   * @param online whether the library system answered a moment ago; if it did not, the engine's own
   *     patience is kept
   */
  void nudge(boolean online) {
    if (online || !waitingForAnswer) {
      nudges.release();
    }
  }

  /**
   * Sends what is due.
   *
   * @return how long to wait before the next time, unless nudged
   */
  public Duration runOnce() {
    try {
      SyncReport report = engine.runOnce();
      switch (report) {
        case SyncReport.Delivered _ -> seen(true);
        case SyncReport.NotAnswered _ -> seen(false);
        case SyncReport.Idle _ -> seen(reachable.getAsBoolean());
      }
      return report.next();
    } catch (StoreException failed) {
      LOG.error("the outbox cannot be worked off, trying again in {}", STORE_TROUBLE, failed);
      return STORE_TROUBLE;
    }
  }

  /** Waits for the next time or a nudge. */
  public void await(Duration next) throws InterruptedException {
    if (nudges.tryAcquire(next.toMillis(), TimeUnit.MILLISECONDS)) {
      nudges.drainPermits();
    }
  }

  private void seen(boolean online) {
    waitingForAnswer = !online;
    if (last.isEmpty() || last.get() != online) {
      last = Optional.of(online);
      events.accept(new SessionEvent.LibrarySystemSeen(online));
    }
  }
}

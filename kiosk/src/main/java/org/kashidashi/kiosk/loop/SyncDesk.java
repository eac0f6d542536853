package org.kashidashi.kiosk.loop;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.kashidashi.kiosk.fault.FaultCode;
import org.kashidashi.kiosk.session.SessionEvent;
import org.kashidashi.sync.engine.SyncEngine;
import org.kashidashi.sync.engine.SyncReport;
import org.kashidashi.sync.ils.Presence;
import org.kashidashi.sync.store.StoreException;
import org.kashidashi.sync.store.StoreFullException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sync thread: lets the engine send what is in the outbox, and tells whether the library system
 * answers and wants the kiosk open.
 *
 * <p>{@link #work} and {@link #runOnce} belong to that thread; {@link #nudge} to any.
 */
public final class SyncDesk {
  private static final Logger LOG = LoggerFactory.getLogger(SyncDesk.class);
  private static final Duration STORE_TROUBLE = Duration.ofSeconds(10);

  /** Technicians who wait for what they ask. */
  private static final int ASKED_MAXIMUM = 4;

  private final SyncEngine engine;
  private final Supplier<Presence> presence;
  private final Consumer<SessionEvent> events;
  private final Semaphore nudges = new Semaphore(0);
  private final Consumer<StoreException> storeBroken;
  private final BlockingQueue<Runnable> asked = new ArrayBlockingQueue<>(ASKED_MAXIMUM);
  private Duration next;
  private Optional<Boolean> last = Optional.empty();
  private boolean full;
  private boolean closed;
  private volatile boolean waitingForAnswer;

  /**
   * @param presence asks how the library system stands to this kiosk; blocks
   * @param storeBroken told once the store can only be opened anew, that is by a restart
   * @param first how long {@link #work} waits before the first time, unless nudged
   */
  public SyncDesk(
      SyncEngine engine,
      Supplier<Presence> presence,
      Consumer<SessionEvent> events,
      Consumer<StoreException> storeBroken,
      Duration first) {
    this.engine = engine;
    this.presence = presence;
    this.events = events;
    this.storeBroken = storeBroken;
    this.next = first;
  }

  /**
   * Something was put into the outbox.
   *
   * @param online whether the library system answered a moment ago; if it did not, the engine's own
   *     patience is kept
   */
  public void nudge(boolean online) {
    if (online || !waitingForAnswer) {
      nudges.release();
    }
  }

  /** Does this on the sync thread, unless others wait for it already; any thread. */
  public void ask(Runnable work) {
    if (!asked.offer(work)) {
      throw new RejectedExecutionException("%d wait for the sync thread".formatted(asked.size()));
    }
    nudges.release();
  }

  /** Waits for the next time or a nudge, and sends what is due. */
  public void work() throws InterruptedException {
    if (last.isEmpty()) {
      // The first wait may be long; whether the library system is there must be known before.
      seen(presence.get());
    }
    if (nudges.tryAcquire(next.toMillis(), TimeUnit.MILLISECONDS)) {
      nudges.drainPermits();
    }
    for (Runnable work = asked.poll(); work != null; work = asked.poll()) {
      work.run();
    }
    next = runOnce();
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
        case SyncReport.Idle _ -> seen(presence.get());
      }
      if (full) {
        full = false;
        LOG.info("the outbox can be worked off again");
      }
      return report.next();
    } catch (StoreFullException noRoom) {
      if (!full) {
        full = true;
        LOG.error("the outbox cannot be worked off, trying every {}", STORE_TROUBLE, noRoom);
      }
      return STORE_TROUBLE;
    } catch (StoreException broken) {
      events.accept(new SessionEvent.ServiceLost(FaultCode.E_305));
      storeBroken.accept(broken);
      return STORE_TROUBLE;
    }
  }

  private void seen(Presence now) {
    seen(now != Presence.AWAY);
    boolean nowClosed = now == Presence.CLOSED;
    // A library system that is away has not opened what it had closed.
    if (now != Presence.AWAY && closed != nowClosed) {
      closed = nowClosed;
      events.accept(new SessionEvent.KioskClosed(nowClosed));
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

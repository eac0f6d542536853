package org.kashidashi.kiosk.app;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import org.kashidashi.hal.supervisor.Supervisor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the service manager that the kiosk works, as long as every thread of it does.
 *
 * <p>A kiosk of which one thread hangs is not alive, whatever the others do: it is not fed any more,
 * and the manager starts it again. Any thread.
 */
final class Vitals {
  private static final Logger LOG = LoggerFactory.getLogger(Vitals.class);

  private final Supervisor supervisor;
  private final LongSupplier nanoTime;
  private final List<Part> parts = new CopyOnWriteArrayList<>();
  private final AtomicBoolean ready = new AtomicBoolean();

  Vitals(Supervisor supervisor, LongSupplier nanoTime) {
    this.supervisor = supervisor;
    this.nanoTime = nanoTime;
  }

  /** One thread, which says that it has done a step. */
  final class Part {
    private final String name;
    private final Duration allowance;
    private final AtomicBoolean told = new AtomicBoolean();
    private volatile long lastNanos = nanoTime.getAsLong();

    private Part(String name, Duration allowance) {
      this.name = name;
      this.allowance = allowance;
    }

    void beat() {
      lastNanos = nanoTime.getAsLong();
      told.set(false);
    }

    private boolean alive() {
      boolean alive = nanoTime.getAsLong() - lastNanos <= allowance.toNanos();
      if (!alive && !told.getAndSet(true)) {
        LOG.error("the thread {} has not finished a step for more than {}", name, allowance);
      }
      return alive;
    }
  }

  /**
   * A further thread, alive from now on.
   *
   * @param allowance how long a step of it may take
   */
  Part part(String name, Duration allowance) {
    Part part = new Part(name, allowance);
    parts.add(part);
    return part;
  }

  /** The first screen is painted. Later calls do nothing. */
  void ready() {
    if (!ready.getAndSet(true)) {
      supervisor.ready();
    }
  }

  /** How often {@link #check} is to be called; empty if nobody wants to know. */
  Optional<Duration> rhythm() {
    return supervisor.patience().map(patience -> patience.dividedBy(4));
  }

  /** Whether every thread does its steps. */
  boolean allAlive() {
    return parts.stream().allMatch(Part::alive);
  }

  /** Tells the manager, if all is well. */
  void check() {
    long dead = parts.stream().filter(part -> !part.alive()).count();
    if (dead == 0 && ready.get()) {
      supervisor.alive();
    }
  }

  void stopping() {
    supervisor.stopping();
  }
}

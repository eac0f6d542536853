package org.kashidashi.kiosk.app.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.kashidashi.kiosk.loop.Scheduler;

/** Time that passes only when it is told to. Confined to one thread. */
public final class VirtualTime implements Scheduler {
  private record Task(Instant due, long order, Runnable run) {}

  private final PriorityQueue<Task> tasks =
      new PriorityQueue<>(Comparator.comparing(Task::due).thenComparingLong(Task::order));
  private final ZoneId zone;
  private Instant now;
  private long scheduled;

  public VirtualTime(Instant start, ZoneId zone) {
    this.now = start;
    this.zone = zone;
  }

  /** A clock that shows this time, to any thread that asks. */
  public Clock clock() {
    return new Shown(this, zone);
  }

  public synchronized Instant now() {
    return now;
  }

  public long nanoTime() {
    return now().toEpochMilli() * 1_000_000;
  }

  @Override
  public synchronized void after(Duration delay, Runnable task) {
    tasks.add(new Task(now.plus(delay), scheduled++, task));
  }

  /** Lets time pass, and runs what falls due on the way. */
  public void pass(Duration duration) {
    Instant end = now().plus(duration);
    for (Task next = due(end); next.order() >= 0; next = due(end)) {
      next.run().run();
    }
    set(end);
  }

  private static final Task NONE = new Task(Instant.MAX, -1, () -> {});

  private synchronized Task due(Instant end) {
    Task next = tasks.peek();
    if (next == null || next.due().isAfter(end)) {
      return NONE;
    }
    tasks.remove(next);
    now = next.due();
    return next;
  }

  private synchronized void set(Instant end) {
    now = end;
  }

  private static final class Shown extends Clock {
    private final VirtualTime time;
    private final ZoneId zone;

    Shown(VirtualTime time, ZoneId zone) {
      this.time = time;
      this.zone = zone;
    }

    @Override
    public ZoneId getZone() {
      return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
      return new Shown(time, other);
    }

    @Override
    public Instant instant() {
      return time.now();
    }
  }
}

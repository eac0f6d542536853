package org.kashidashi.hal.sim;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.kashidashi.hal.input.SwitchEvent;
import org.kashidashi.hal.input.SwitchEvent.DoorMoved;
import org.kashidashi.hal.input.SwitchEvent.StaffCalled;
import org.kashidashi.hal.input.Switches;

/**
 * Switches moved by a script. One thread moves them, another one awaits: between them lies a queue.
 *
 * <p>Strict: the door can be opened only while it is shut, and the reverse; nothing moves once
 * closed; two threads may not await at once.
 */
public final class SimSwitches implements Switches {
  /** More than any script; a script that gets here has nobody listening. */
  private static final int MAXIMUM_QUEUED = 10_000;

  private sealed interface Step {}

  private record Moved(SwitchEvent event) implements Step {}

  private record Ended() implements Step {}

  private final LinkedBlockingQueue<Step> queue = new LinkedBlockingQueue<>();
  private final AtomicBoolean awaited = new AtomicBoolean();
  private volatile boolean closed;
  private boolean doorOpen;

  private SimSwitches() {}

  /** The door is shut, and nobody calls. */
  public static SimSwitches atRest() {
    return new SimSwitches();
  }

  /** Somebody left the door open. */
  public static SimSwitches withOpenDoor() {
    SimSwitches switches = new SimSwitches();
    switches.openDoor();
    return switches;
  }

  public void callStaff() {
    move(new StaffCalled());
  }

  public void openDoor() {
    requireDoor(false);
    doorOpen = true;
    move(new DoorMoved(true));
  }

  public void shutDoor() {
    requireDoor(true);
    doorOpen = false;
    move(new DoorMoved(false));
  }

  @Override
  public Optional<SwitchEvent> await(Duration timeout) {
    if (!awaited.compareAndSet(false, true)) {
      throw new IllegalStateException("the switches are awaited by two threads");
    }
    try {
      return closed ? Optional.empty() : next(timeout);
    } finally {
      awaited.set(false);
    }
  }

  @Override
  public void close() {
    closed = true;
    queue.add(new Ended());
  }

  private Optional<SwitchEvent> next(Duration timeout) {
    try {
      Step step = queue.poll(timeout.toNanos(), TimeUnit.NANOSECONDS);
      return step instanceof Moved(SwitchEvent event) ? Optional.of(event) : Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private void requireDoor(boolean open) {
    if (doorOpen != open) {
      throw new IllegalStateException(doorOpen ? "the door is open already" : "the door is shut");
    }
  }

  private void move(SwitchEvent event) {
    if (closed) {
      throw new IllegalStateException("the switches are closed");
    }
    if (queue.size() >= MAXIMUM_QUEUED) {
      throw new IllegalStateException(
          "%d movements of switches that nobody awaits".formatted(queue.size()));
    }
    queue.add(new Moved(event));
  }
}

package org.kashidashi.hal.sim;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.kashidashi.hal.input.GuardEvent;
import org.kashidashi.hal.input.InputGuard;

/**
 * A guard whose keyboards are plugged by a script. One thread plays, another one awaits.
 *
 * <p>Strict: it refuses to plug what is plugged, to pull or type on what is not, a second awaiting
 * thread, and being played after it was closed.
 */
public final class SimInputGuard implements InputGuard {
  /** More than any script; a script that gets here has nobody listening. */
  private static final int MAXIMUM_QUEUED = 10_000;

  private static final int MAXIMUM_CHARACTERS = 100;

  private sealed interface Step {}

  private record Told(GuardEvent event) implements Step {}

  private record Ended() implements Step {}

  private final LinkedBlockingQueue<Step> queue = new LinkedBlockingQueue<>();
  private final AtomicBoolean awaited = new AtomicBoolean();
  private final Set<String> named = new LinkedHashSet<>();
  private final Set<String> strangers = new LinkedHashSet<>();
  private volatile boolean closed;

  /** Plugs a keyboard that nobody has named. */
  public void plugStranger(String device) {
    plug(device, strangers);
    String clean = device.replaceAll("[^ -~]", "?");
    tell(new GuardEvent.StrangerCame(
        clean.substring(0, Math.min(MAXIMUM_CHARACTERS, clean.length()))));
  }

  /** Plugs a device that the configuration names. */
  public void plugNamed(String device) {
    plug(device, named);
  }

  /** Types on a stranger; nobody hears it. */
  public void type(String device) {
    if (!strangers.contains(device)) {
      throw new IllegalStateException("'%s' is no stranger that is plugged in".formatted(device));
    }
  }

  public void unplug(String device) {
    if (strangers.remove(device)) {
      if (strangers.isEmpty()) {
        tell(new GuardEvent.StrangersGone());
      }
    } else if (!named.remove(device)) {
      throw new IllegalStateException("'%s' is not plugged in".formatted(device));
    }
  }

  /** How many events nobody has awaited. */
  public int undelivered() {
    return (int) queue.stream().filter(Told.class::isInstance).count();
  }

  @Override
  public Optional<GuardEvent> await(Duration timeout) {
    if (!awaited.compareAndSet(false, true)) {
      throw new IllegalStateException("the guard is awaited by two threads");
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

  private void plug(String device, Set<String> among) {
    if (named.contains(device) || strangers.contains(device)) {
      throw new IllegalStateException("'%s' is plugged in already".formatted(device));
    }
    among.add(device);
  }

  private Optional<GuardEvent> next(Duration timeout) {
    try {
      Step step = queue.poll(timeout.toNanos(), TimeUnit.NANOSECONDS);
      return step instanceof Told(GuardEvent event) ? Optional.of(event) : Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private void tell(GuardEvent event) {
    if (closed) {
      throw new IllegalStateException("the guard is closed");
    }
    if (queue.size() >= MAXIMUM_QUEUED) {
      throw new IllegalStateException(
          "the guard has %d events that nobody awaits".formatted(queue.size()));
    }
    queue.add(new Told(event));
  }
}

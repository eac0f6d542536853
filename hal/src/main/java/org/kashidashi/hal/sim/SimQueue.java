package org.kashidashi.hal.sim;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What lies between the script that plays a device and the one thread that awaits its events.
 *
 * <p>Strict: it refuses a second awaiting thread, events after the end, and more of them than
 * anybody listens to.
 */
final class SimQueue<E> implements AutoCloseable {
  /** More than any script; a script that gets here has nobody listening. */
  private static final int MAXIMUM_QUEUED = 10_000;

  private final String device;
  private final LinkedBlockingQueue<Optional<E>> queue = new LinkedBlockingQueue<>();
  private final AtomicBoolean awaited = new AtomicBoolean();
  private volatile boolean closed;

  /**
   * @param device names it in messages
   */
  SimQueue(String device) {
    this.device = device;
  }

  void tell(E event) {
    if (closed) {
      throw new IllegalStateException(device + ": closed already");
    }
    if (queue.size() >= MAXIMUM_QUEUED) {
      throw new IllegalStateException(
          "%s: %d events that nobody awaits".formatted(device, queue.size()));
    }
    queue.add(Optional.of(event));
  }

  /** The next event, empty after the timeout, an interrupt or the end. */
  Optional<E> await(Duration timeout) {
    if (!awaited.compareAndSet(false, true)) {
      throw new IllegalStateException(device + ": awaited by two threads");
    }
    try {
      return closed ? Optional.empty() : next(timeout);
    } finally {
      awaited.set(false);
    }
  }

  /** How many events nobody has awaited. */
  int undelivered() {
    return (int) queue.stream().filter(Optional::isPresent).count();
  }

  @Override
  public void close() {
    closed = true;
    queue.add(Optional.empty());
  }

  private Optional<E> next(Duration timeout) {
    try {
      Optional<E> event = queue.poll(timeout.toNanos(), TimeUnit.NANOSECONDS);
      return event == null ? Optional.empty() : event;
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}

package org.kashidashi.hal.driver.evdev;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One input device, from being looked for to being lost, over and over.
 *
 * <p>Everything happens on the thread that calls {@link #await}; {@link #close} waits until it has
 * left, which takes 50 ms at most.
 *
 * @param <E> the events of the port
 */
final class InputLine<E> implements AutoCloseable {
  /** How long a silent device is waited for before somebody may have closed it. */
  private static final int SLICE_MILLIS = 50;

  private static final Duration FIRST_PAUSE = Duration.ofMillis(250);

  /** For what the folder does not tell: links and permissions that come after the device. */
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

  private final InputDevices devices;
  private final InputRule rule;
  private final Interpreter<E> interpreter;
  private final FolderWatch watch;
  private final EventBuffer buffer = new EventBuffer();
  private final ReentrantLock lock = new ReentrantLock();
  private volatile boolean closed;
  private boolean discarding;
  private State state = new Gone(false, FIRST_PAUSE, System.nanoTime());

  private sealed interface State {}

  private record Open(EventDevice device) implements State {}

  private record Gone(boolean told, Duration pause, long nextAttemptNanos) implements State {}

  InputLine(InputDevices devices, InputRule rule, Interpreter<E> interpreter) {
    this.devices = devices;
    this.rule = rule;
    this.interpreter = interpreter;
    this.watch = devices.watch();
  }

  Optional<E> await(Duration timeout) {
    long deadline = System.nanoTime() + timeout.toNanos();
    lock.lock();
    try {
      while (!closed && !Thread.currentThread().isInterrupted()) {
        Optional<E> event = switch (state) {
          case Open(EventDevice device) -> receive(device, deadline);
          case Gone gone -> connect(gone, deadline);
        };
        if (event.isPresent()) {
          return event;
        }
        if (System.nanoTime() - deadline >= 0) {
          return Optional.empty();
        }
      }
      return Optional.empty();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    closed = true;
    watch.close();
    lock.lock();
    try {
      if (state instanceof Open(EventDevice device)) {
        device.close();
        state = new Gone(true, FIRST_PAUSE, System.nanoTime());
      }
    } finally {
      lock.unlock();
    }
  }

  private Optional<E> receive(EventDevice device, long deadline) {
    try {
      if (buffer.isEmpty()) {
        long asked = System.nanoTime();
        long remainingMillis = Math.ceilDiv(Math.max(0, deadline - asked), 1_000_000L);
        if (!device.awaitInput((int) Math.min(SLICE_MILLIS, remainingMillis))) {
          return interpreter.idle(System.nanoTime());
        }
        if (!buffer.fill(device)) {
          return lose(
              device,
              "%s (%s) has gone, put its plug back"
                  .formatted(device.path(), device.description().label()));
        }
      }
      return interpret(device);
    } catch (DeviceTroubleException e) {
      return lose(device, e.reason());
    }
  }

  private Optional<E> interpret(EventDevice device) throws DeviceTroubleException {
    long now = System.nanoTime();
    for (Optional<InputEvent> next = buffer.next(); next.isPresent(); next = buffer.next()) {
      Optional<E> event = interpret(device, next.get(), now);
      if (event.isPresent()) {
        return event;
      }
    }
    return Optional.empty();
  }

  /** After SYN_DROPPED nothing counts up to SYN_REPORT; then the device is asked (event-codes.rst). */
  private Optional<E> interpret(EventDevice device, InputEvent event, long now)
      throws DeviceTroubleException {
    if (event.is(EventCode.EV_SYN, EventCode.SYN_DROPPED)) {
      discarding = true;
      return Optional.empty();
    }
    if (!discarding) {
      return interpreter.accept(event, now);
    }
    if (!event.is(EventCode.EV_SYN, EventCode.SYN_REPORT)) {
      return Optional.empty();
    }
    discarding = false;
    return interpreter.resume(device, now);
  }

  private Optional<E> connect(Gone gone, long deadline) {
    long now = System.nanoTime();
    if (now - gone.nextAttemptNanos() < 0) {
      long wait = Math.min(gone.nextAttemptNanos() - now, Math.max(0, deadline - now));
      if (watch.await(wait)) {
        state = new Gone(gone.told(), FIRST_PAUSE, System.nanoTime());
      }
      return Optional.empty();
    }
    try {
      state = new Open(open());
      return interpreter.ready(gone.told());
    } catch (DeviceTroubleException e) {
      Duration next = gone.pause().multipliedBy(2);
      state = new Gone(
          true,
          next.compareTo(LONGEST_PAUSE) < 0 ? next : LONGEST_PAUSE,
          now + gone.pause().toNanos());
      return gone.told() ? Optional.empty() : Optional.of(interpreter.lost(e.reason()));
    }
  }

  private EventDevice open() throws DeviceTroubleException {
    EventDevice device = devices.find(rule, interpreter::fits, interpreter.role());
    try {
      device.grab();
      device.useMonotonicTime();
      interpreter.begin(device);
      buffer.clear();
      discarding = false;
      return device;
    } catch (DeviceTroubleException e) {
      device.close();
      throw e;
    }
  }

  private Optional<E> lose(EventDevice device, String reason) {
    device.close();
    state = new Gone(true, FIRST_PAUSE, System.nanoTime() + FIRST_PAUSE.toNanos());
    return Optional.of(interpreter.lost(reason));
  }
}

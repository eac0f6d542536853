package org.kashidashi.kiosk.counter;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.kashidashi.kiosk.counter.patron.PatronEvent;

/**
 * Carries what a person answers from their panel to the desk, while the desk waits for it; whatever
 * comes at another time is wiped at once.
 *
 * <p>{@link #accept} may be called from any thread, the rest from the desk's.
 */
public final class PatronAnswers {
  /** A person answers a question at a time, and four digits to it; more is a panel gone wrong. */
  private static final int MAXIMUM = 64;

  private final BlockingQueue<PatronEvent> waiting = new LinkedBlockingQueue<>(MAXIMUM);
  private volatile boolean wanted;
  private volatile boolean stopped;

  /** Takes an answer; returns at once. */
  public void accept(PatronEvent event) {
    if (event instanceof PatronEvent.Stopped) {
      stopped = true;
    }
    if (!wanted || !waiting.offer(event)) {
      wipe(event);
    }
    // The desk may have stopped waiting in between.
    if (!wanted) {
      drain();
    }
  }

  /** From now on answers are waited for. */
  void open() {
    drain();
    wanted = true;
  }

  /** From now on nothing is waited for. */
  void close() {
    wanted = false;
    drain();
  }

  /** Whether the person stopped since {@link #forgetStop}, asked or not. */
  boolean stopped() {
    return stopped;
  }

  void forgetStop() {
    stopped = false;
  }

  Optional<PatronEvent> poll(Duration wait) throws InterruptedException {
    return Optional.ofNullable(waiting.poll(wait.toMillis(), TimeUnit.MILLISECONDS));
  }

  private void drain() {
    for (PatronEvent old = waiting.poll(); old != null; old = waiting.poll()) {
      wipe(old);
    }
  }

  private static void wipe(PatronEvent event) {
    if (event instanceof PatronEvent.PinTyped(var pin)) {
      pin.wipe();
    }
  }
}

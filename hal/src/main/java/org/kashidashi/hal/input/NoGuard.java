package org.kashidashi.hal.input;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** For a kiosk that runs in somebody's terminal, whose keyboard is not its to guard. */
public final class NoGuard implements InputGuard {
  private final CountDownLatch closed = new CountDownLatch(1);

  @Override
  public Optional<GuardEvent> await(Duration timeout) {
    try {
      // Nothing comes, closed or not.
      var _ = closed.await(timeout.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return Optional.empty();
  }

  @Override
  public void close() {
    closed.countDown();
  }
}

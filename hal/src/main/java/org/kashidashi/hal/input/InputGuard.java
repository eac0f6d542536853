package org.kashidashi.hal.input;

import java.time.Duration;
import java.util.Optional;

/**
 * Keeps keyboards that nobody has named away from this machine: what they type reaches nothing and
 * nobody. Belongs to one thread.
 */
public interface InputGuard extends AutoCloseable {
  /**
   * Waits for the next event, at most {@code timeout}. Blocks.
   *
   * @param timeout 0 to 1 minute
   * @return empty after the timeout, or once closed
   */
  Optional<GuardEvent> await(Duration timeout);

  /** Lets go of whatever is held. May be called from any thread, and ends a running {@link #await}. */
  @Override
  void close();
}

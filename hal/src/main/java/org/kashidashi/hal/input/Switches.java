package org.kashidashi.hal.input;

import java.time.Duration;
import java.util.Optional;

/** The switches on the kiosk's case. Belongs to one thread. */
public interface Switches extends AutoCloseable {
  /**
   * Waits for the next event, at most {@code timeout}. Blocks. A door that stands open at the start is
   * told first.
   *
   * @param timeout 0 to 1 minute
   * @return empty after the timeout, or once closed
   */
  Optional<SwitchEvent> await(Duration timeout);

  /** Releases the lines. May be called from any thread, and ends a running {@link #await}. */
  @Override
  void close();
}

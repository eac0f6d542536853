package org.kashidashi.hal.input;

import java.time.Duration;
import java.util.Optional;

/**
 * Where taps and keys come from. Belongs to one thread; a device with a plug survives being unplugged
 * and reconnects by itself during later calls of {@link #await}.
 */
public interface PanelInput extends AutoCloseable {
  /**
   * Waits for the next event, at most {@code timeout}. Blocks.
   *
   * @param timeout 0 to 1 minute
   * @return empty after the timeout, or once closed
   */
  Optional<PanelEvent> await(Duration timeout);

  /** Releases the device. May be called from any thread, and ends a running {@link #await}. */
  @Override
  void close();
}

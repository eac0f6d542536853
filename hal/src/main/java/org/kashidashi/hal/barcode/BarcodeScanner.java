package org.kashidashi.hal.barcode;

import java.time.Duration;
import java.util.Optional;

/**
 * A barcode scanner. Belongs to one thread; it survives being unplugged and reconnects by itself
 * during later calls of {@link #await}.
 */
public interface BarcodeScanner extends AutoCloseable {
  /** What the operator calls this scanner. */
  String name();

  /**
   * Waits for the next event, at most {@code timeout}. Blocks.
   *
   * @param timeout 0 to 1 minute
   * @return empty after the timeout, or once closed
   */
  Optional<ScannerEvent> await(Duration timeout);

  /** Releases the line. May be called from any thread, and ends a running {@link #await}. */
  @Override
  void close();
}

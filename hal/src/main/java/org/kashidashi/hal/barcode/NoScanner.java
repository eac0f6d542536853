package org.kashidashi.hal.barcode;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** No scanner: barcodes come another way. */
public final class NoScanner implements BarcodeScanner {
  private final CountDownLatch closed = new CountDownLatch(1);

  @Override
  public String name() {
    return "no scanner";
  }

  @Override
  public Optional<ScannerEvent> await(Duration timeout) {
    try {
      // Nothing comes, closed or not.
      var _ = closed.await(timeout.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    return Optional.empty();
  }

  @Override
  public void close() {
    closed.countDown();
  }
}

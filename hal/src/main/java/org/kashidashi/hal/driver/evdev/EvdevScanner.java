package org.kashidashi.hal.driver.evdev;

import java.time.Duration;
import java.util.Optional;
import org.kashidashi.hal.barcode.BarcodeScanner;
import org.kashidashi.hal.barcode.ScannerEvent;

/**
 * A barcode scanner that says it is a keyboard (HID). It is grabbed: nothing that it reads is typed
 * anywhere else.
 *
 * <p>Everything is confined to the thread that calls {@link #await}, except {@link #close}. An await
 * may last up to 50 ms longer than its timeout.
 */
public final class EvdevScanner implements BarcodeScanner {
  private final String name;
  private final InputLine<ScannerEvent> line;

  /** Opens nothing yet: the scanner may be missing when the kiosk starts. */
  public EvdevScanner(String name, EvdevScannerSettings settings, InputDevices devices) {
    this.name = name;
    this.line = new InputLine<>(devices, settings.rule(), new ScanKeys(name, settings));
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Optional<ScannerEvent> await(Duration timeout) {
    return line.await(timeout);
  }

  @Override
  public void close() {
    line.close();
  }
}

package org.kashidashi.hal.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.kashidashi.hal.barcode.BarcodeScanner;
import org.kashidashi.hal.barcode.BarcodeScannerContract;
import org.kashidashi.hal.barcode.ScannerBench;

class SimScannerTest extends BarcodeScannerContract {
  @Override
  protected ScannerBench bench(boolean plugged) {
    SimScanner scanner = plugged ? SimScanner.pluggedIn("sim") : SimScanner.unplugged("sim");
    return new ScannerBench() {
      @Override
      public BarcodeScanner scanner() {
        return scanner;
      }

      @Override
      public void send(String text) {
        scanner.send(text.getBytes(StandardCharsets.ISO_8859_1));
      }

      @Override
      public void stall() {
        scanner.stall();
      }

      @Override
      public void unplug() {
        scanner.unplug();
      }

      @Override
      public void replug() {
        scanner.replug();
      }

      @Override
      public void close() {
        scanner.close();
      }
    };
  }

  @Test
  void refusesWhatNoRealScannerCouldDo() {
    SimScanner scanner = SimScanner.pluggedIn("sim");
    assertThrows(IllegalStateException.class, scanner::replug);
    scanner.unplug();
    assertThrows(IllegalStateException.class, scanner::unplug);
    assertThrows(IllegalStateException.class, () -> scanner.scan("123"));
    scanner.close();
    assertThrows(IllegalStateException.class, scanner::replug);
  }

  @Test
  void countsWhatNobodyAwaited() {
    SimScanner scanner = SimScanner.pluggedIn("sim");
    scanner.scan("123");
    assertEquals(2, scanner.undelivered());
    scanner.close();
    assertEquals(2, scanner.undelivered());
  }
}

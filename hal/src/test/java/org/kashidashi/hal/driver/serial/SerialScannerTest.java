package org.kashidashi.hal.driver.serial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kashidashi.hal.barcode.BarcodeScanner;
import org.kashidashi.hal.barcode.BarcodeScannerContract;
import org.kashidashi.hal.barcode.ScannerBench;
import org.kashidashi.hal.pty.Pty;

class SerialScannerTest extends BarcodeScannerContract {
  @TempDir
  private Path directory;

  @Override
  protected ScannerBench bench(boolean plugged) {
    return new PtyBench(directory.resolve("scanner" + plugged), plugged);
  }

  @Test
  void neverMakesTheLineItsControllingTerminal() throws Exception {
    try (Pty pty = Pty.open()) {
      assertEquals(0, ControllingTerminalProbe.run("scanner", pty.device()));
    }
  }

  @Test
  void wouldNoticeControllingTerminal() throws Exception {
    try (Pty pty = Pty.open()) {
      assertNotEquals(0, ControllingTerminalProbe.run("file", pty.device()));
    }
  }

  @Test
  void refusesSettingsThatNoScannerHas() {
    Path device = Path.of("/dev/ttyACM0");
    assertThrows(IllegalArgumentException.class, () -> SerialSettings.of(device, 9601));
    assertThrows(
        IllegalArgumentException.class,
        () -> new SerialSettings(device, 9600, 6, SerialSettings.Parity.NONE, 1));
    assertThrows(
        IllegalArgumentException.class,
        () -> new SerialSettings(device, 9600, 8, SerialSettings.Parity.NONE, 3));
  }

  /** A pseudo-terminal behind a link, as udev makes one for a real scanner. */
  private static final class PtyBench implements ScannerBench {
    private final Path link;
    private final SerialScanner scanner;
    private Pty pty = Pty.open();

    PtyBench(Path link, boolean plugged) {
      this.link = link;
      this.scanner = new SerialScanner("pty", SerialSettings.of(link, 115200));
      if (plugged) {
        connect();
      }
    }

    @Override
    public BarcodeScanner scanner() {
      return scanner;
    }

    @Override
    public void send(String text) {
      pty.send(text);
    }

    @Override
    public void stall() {
      // On a real line silence passes by itself while the scanner is awaited.
    }

    @Override
    public void unplug() {
      try {
        Files.delete(link);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      pty.close();
    }

    @Override
    public void replug() {
      pty.close();
      pty = Pty.open();
      connect();
    }

    @Override
    public void close() {
      scanner.close();
      pty.close();
    }

    private void connect() {
      try {
        Files.createSymbolicLink(link, pty.device());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}

package org.kashidashi.hal.driver.serial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kashidashi.hal.barcode.BarcodeScanner;
import org.kashidashi.hal.barcode.BarcodeScannerContract;
import org.kashidashi.hal.barcode.Scan;
import org.kashidashi.hal.barcode.ScannerBench;
import org.kashidashi.hal.barcode.ScannerEvent.Ready;
import org.kashidashi.hal.barcode.ScannerEvent.Scanned;
import org.kashidashi.hal.pty.Pty;

class SerialScannerTest extends BarcodeScannerContract {
  private static final Duration LONG = Duration.ofSeconds(10);

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
  void livesOnWhenTheLineHangsUp() throws Exception {
    Pty pty = Pty.open();
    assertEquals(0, ControllingTerminalProbe.hangUp("scanner", pty));
  }

  @Test
  void wouldNoticeProcessThatDiesOfHangup() throws Exception {
    Pty pty = Pty.open();
    assertEquals(128 + 1, ControllingTerminalProbe.hangUp("file", pty));
  }

  @ParameterizedTest
  @CsvSource({"9600, 8, NONE, 1", "19200, 7, EVEN, 1", "57600, 7, ODD, 2", "115200, 8, NONE, 2"})
  void scansWithEveryKindOfLine(int baud, int dataBits, SerialSettings.Parity parity, int stopBits)
      throws Exception {
    try (Pty pty = Pty.open();
        SerialScanner scanner = new SerialScanner(
            "framed",
            new SerialSettings(
                pty.device(),
                baud,
                dataBits,
                parity,
                stopBits,
                new ScanFrame("\u0002", "\u0003")))) {
      assertEquals(Optional.of(new Ready()), scanner.await(LONG));
      pty.send("\u0002A1234567A\u0003\r");
      assertEquals(Optional.of(new Scanned(new Scan("A1234567A"))), scanner.await(LONG));
    }
  }

  @Test
  void refusesSettingsThatNoScannerHas() {
    Path device = Path.of("/dev/ttyACM0");
    assertThrows(IllegalArgumentException.class, () -> SerialSettings.of(device, 9601));
    assertThrows(
        IllegalArgumentException.class,
        () -> new SerialSettings(device, 9600, 6, SerialSettings.Parity.NONE, 1, ScanFrame.NONE));
    assertThrows(
        IllegalArgumentException.class,
        () -> new SerialSettings(device, 9600, 8, SerialSettings.Parity.NONE, 3, ScanFrame.NONE));
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

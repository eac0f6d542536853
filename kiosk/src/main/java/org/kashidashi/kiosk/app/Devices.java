package org.kashidashi.kiosk.app;

import java.util.Optional;
import org.kashidashi.hal.barcode.BarcodeScanner;
import org.kashidashi.hal.card.CardReader;
import org.kashidashi.hal.driver.gpio.GpioLines;
import org.kashidashi.hal.input.InputGuard;
import org.kashidashi.hal.input.NoGuard;
import org.kashidashi.hal.input.NoSwitches;
import org.kashidashi.hal.input.Switches;
import org.kashidashi.hal.printer.ReceiptPrinter;
import org.kashidashi.hal.signal.Signal;
import org.kashidashi.hal.speech.NoSpeech;
import org.kashidashi.hal.speech.SpeechOutput;

/**
 * The devices of one kiosk, the panel aside. Closing it closes them all.
 *
 * @param gpio what signal and switches may stand on
 */
public record Devices(
    CardReader reader,
    BarcodeScanner scanner,
    ReceiptPrinter printer,
    Signal signal,
    SpeechOutput speech,
    Switches switches,
    InputGuard guard,
    Optional<GpioLines> gpio)
    implements AutoCloseable {
  /** Of a kiosk that has no case around it, and no voice. */
  public Devices(CardReader reader, BarcodeScanner scanner, ReceiptPrinter printer, Signal signal) {
    this(reader, scanner, printer, signal, new NoSpeech());
  }

  /** Of a kiosk that has no case around it. */
  public Devices(
      CardReader reader,
      BarcodeScanner scanner,
      ReceiptPrinter printer,
      Signal signal,
      SpeechOutput speech) {
    this(
        reader,
        scanner,
        printer,
        signal,
        speech,
        new NoSwitches(),
        new NoGuard(),
        Optional.empty());
  }

  @Override
  public void close() {
    scanner.close();
    reader.close();
    printer.close();
    signal.close();
    speech.close();
    switches.close();
    guard.close();
    gpio.ifPresent(GpioLines::close);
  }
}

package org.kashidashi.kiosk.app;

import org.kashidashi.hal.barcode.BarcodeScanner;
import org.kashidashi.hal.card.CardReader;
import org.kashidashi.hal.printer.ReceiptPrinter;
import org.kashidashi.hal.signal.Signal;

/** The devices of one kiosk, the panel aside. Closing it closes them all. */
public record Devices(
    CardReader reader, BarcodeScanner scanner, ReceiptPrinter printer, Signal signal)
    implements AutoCloseable {
  @Override
  public void close() {
    scanner.close();
    reader.close();
    printer.close();
    signal.close();
  }
}

package org.kashidashi.hal.printer;

/**
 * For a kiosk that has no receipt printer, and whose configuration says so. It is always offline:
 * whoever asks finds out before a patron is promised a receipt.
 */
public final class NoPrinter implements ReceiptPrinter {
  /** As a 58 mm roll, so that a layout made for it is a sensible one. */
  @Override
  public int columns() {
    return 32;
  }

  @Override
  public PrinterStatus status() {
    return PrinterStatus.OFFLINE;
  }

  @Override
  public void print(Slip slip) throws PrinterException {
    throw new PrinterException("this kiosk has no printer", PrinterStatus.OFFLINE);
  }

  @Override
  public void close() {
    // There is nothing to release.
  }
}

package org.kashidashi.hal.printer;

/** A receipt printer. Belongs to one thread. */
public interface ReceiptPrinter extends AutoCloseable {
  /** How many half-width columns fit on the paper: 32 on 58 mm, 48 on 80 mm. */
  int columns();

  /** Asks the printer. Blocks for at most a second. */
  PrinterStatus status();

  /**
   * Prints and cuts one slip, once: it is never repeated by the driver, whatever happens. Blocks
   * until the printer has taken all of it.
   *
   * @throws IllegalArgumentException if a line is wider than the paper
   * @throws PrinterException if it did not come out, or not whole
   */
  void print(Slip slip) throws PrinterException;

  /** Releases the device. */
  @Override
  void close();
}

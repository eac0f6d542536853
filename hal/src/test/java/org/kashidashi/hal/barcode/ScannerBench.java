package org.kashidashi.hal.barcode;

/** A scanner under test, and the hands that play with it. */
public interface ScannerBench extends AutoCloseable {
  BarcodeScanner scanner();

  void send(String text);

  /** The scanner stops in the middle of a line for longer than any scanner would. */
  void stall();

  void unplug();

  void replug();

  @Override
  void close();
}

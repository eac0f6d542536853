package org.kashidashi.hal.printer;

import java.util.List;

/** A printer under test, and the hands and eyes at it. */
public interface PrinterBench extends AutoCloseable {
  ReceiptPrinter printer();

  /** The lines of every slip that came out whole. */
  List<List<String>> slips();

  void endPaperAfter(int lines);

  void openCover();

  /** Puts in paper and closes the cover. */
  void seeToIt();

  /** Pulls the plug. */
  void unplug();

  /** Pulls the plug as soon as so many lines of a slip are on paper. */
  void unplugAfter(int lines);

  /** Puts the plug back. */
  void replug();

  /** From now on the printer takes nothing and says nothing. */
  void stall();

  /** It goes on. */
  void recover();

  /** The printer sends bytes that nobody asked for, if it sends any. */
  void sendGarbage();

  @Override
  void close();
}

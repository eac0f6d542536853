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

  @Override
  void close();
}

package org.kashidashi.hal.printer;

/** Whether a receipt would come out. */
public enum PrinterStatus {
  READY,
  PAPER_OUT,
  COVER_OPEN,
  OFFLINE
}

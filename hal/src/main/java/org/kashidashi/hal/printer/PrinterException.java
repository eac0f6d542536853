package org.kashidashi.hal.printer;

/** A slip did not come out, or not whole; the status says what a person has to do. */
@SuppressWarnings("serial")
public final class PrinterException extends Exception {
  private final PrinterStatus status;

  public PrinterException(String message, PrinterStatus status) {
    super(message);
    this.status = status;
  }

  public PrinterStatus status() {
    return status;
  }
}

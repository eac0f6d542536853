package org.kashidashi.kiosk.diagnosis.check;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.kashidashi.hal.printer.PrinterException;
import org.kashidashi.hal.printer.PrinterStatus;
import org.kashidashi.hal.printer.ReceiptPrinter;
import org.kashidashi.hal.printer.Slip;
import org.kashidashi.kiosk.diagnosis.Cause;
import org.kashidashi.kiosk.diagnosis.Condition;
import org.kashidashi.kiosk.diagnosis.DiagnosisException;
import org.kashidashi.kiosk.diagnosis.Hint;
import org.kashidashi.kiosk.diagnosis.Part;
import org.kashidashi.kiosk.diagnosis.Subject;

/** Whether a slip comes out. */
public final class PrinterCheck implements CheckRun {
  private static final String LETTERS = "ABC abc 0123456789 日本語 貸出";

  private final ReceiptPrinter printer;
  private final Place place;
  private final LongSupplier nanoTime;

  public PrinterCheck(ReceiptPrinter printer, Place place, LongSupplier nanoTime) {
    this.printer = printer;
    this.place = place;
    this.nanoTime = nanoTime;
  }

  @Override
  public Condition run(Consumer<Hint> hints) throws DiagnosisException, InterruptedException {
    Timed<Cause> printed = Timed.of(place, nanoTime, this::print);
    if (printed.result() != Cause.NONE) {
      return Condition.bad(Part.PRINTER, printed.result());
    }
    hints.accept(new Hint(Hint.Wish.LOOK_AT_SLIP, 1, 1));
    return Condition.good(Part.PRINTER, printed.as(Subject.ANSWER_TIME));
  }

  /** A printer without paper is not asked to print: half a slip would come out later. */
  private Cause print() {
    PrinterStatus status = printer.status();
    if (status != PrinterStatus.READY) {
      return causeOf(status);
    }
    String rule = "-".repeat(printer.columns());
    String letters = LETTERS.substring(0, Math.min(LETTERS.length(), printer.columns() / 2));
    try {
      printer.print(new Slip(List.of(rule, letters, rule)));
      return Cause.NONE;
    } catch (PrinterException trouble) {
      return trouble.status() == PrinterStatus.READY
          ? Cause.PRINTER_FAILED
          : causeOf(trouble.status());
    }
  }

  private static Cause causeOf(PrinterStatus status) {
    return switch (status) {
      case READY -> Cause.NONE;
      case PAPER_OUT -> Cause.PAPER_OUT;
      case COVER_OPEN -> Cause.COVER_OPEN;
      case OFFLINE -> Cause.PRINTER_SILENT;
    };
  }
}

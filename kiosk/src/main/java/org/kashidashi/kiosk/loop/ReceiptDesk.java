package org.kashidashi.kiosk.loop;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import org.kashidashi.hal.printer.PrinterException;
import org.kashidashi.hal.printer.ReceiptPrinter;
import org.kashidashi.hal.printer.Slip;
import org.kashidashi.kiosk.session.SessionEvent;
import org.kashidashi.kiosk.session.SessionId;
import org.kashidashi.kiosk.session.Visit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The printer's thread: prints each receipt once. */
public final class ReceiptDesk {
  private static final Logger LOG = LoggerFactory.getLogger(ReceiptDesk.class);

  private final Executor thread;
  private final ReceiptPrinter printer;
  private final Function<Visit, List<String>> text;
  private final Consumer<SessionEvent> events;

  /**
   * @param text the lines of a receipt, for this printer's paper
   */
  public ReceiptDesk(
      Executor thread,
      ReceiptPrinter printer,
      Function<Visit, List<String>> text,
      Consumer<SessionEvent> events) {
    this.thread = thread;
    this.printer = printer;
    this.text = text;
    this.events = events;
  }

  void print(SessionId id, Visit visit) {
    thread.execute(() -> {
      try {
        printer.print(new Slip(text.apply(visit)));
        events.accept(new SessionEvent.ReceiptPrinted(id));
      } catch (PrinterException failed) {
        LOG.warn("a receipt did not come out: {}", failed.getMessage());
        events.accept(new SessionEvent.ReceiptFailed(id));
      }
    });
  }
}

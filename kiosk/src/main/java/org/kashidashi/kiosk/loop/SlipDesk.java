package org.kashidashi.kiosk.loop;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.kashidashi.hal.printer.PrinterException;
import org.kashidashi.hal.printer.ReceiptPrinter;
import org.kashidashi.hal.printer.Slip;
import org.kashidashi.kiosk.screen.OtherLoans;
import org.kashidashi.kiosk.screen.SlipWords;
import org.kashidashi.kiosk.session.CutVisit;
import org.kashidashi.kiosk.session.Language;
import org.kashidashi.kiosk.session.Refusal;
import org.kashidashi.kiosk.session.SessionEvent;
import org.kashidashi.kiosk.session.SessionId;
import org.kashidashi.kiosk.session.Visit;
import org.kashidashi.sync.circulation.PatronId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The printer's thread: prints each slip once. */
public final class SlipDesk {
  private static final Logger LOG = LoggerFactory.getLogger(SlipDesk.class);

  private final Executor thread;
  private final ReceiptPrinter printer;
  private final SlipWords words;
  private final Function<PatronId, OtherLoans> loans;
  private final Consumer<SessionEvent> events;

  /**
   * @param words for this printer's paper
   * @param loans what a patron has on loan, as far as receipts tell of it; may block for as long as
   *     the library system may take
   */
  public SlipDesk(
      Executor thread,
      ReceiptPrinter printer,
      SlipWords words,
      Function<PatronId, OtherLoans> loans,
      Consumer<SessionEvent> events) {
    this.thread = thread;
    this.printer = printer;
    this.words = words;
    this.loans = loans;
    this.events = events;
  }

  void printReceipt(SessionId id, Visit visit, Language language) {
    print(
        () -> words.receipt(visit, loans.apply(visit.standing().patron()), language),
        new SessionEvent.ReceiptPrinted(id),
        new SessionEvent.ReceiptFailed(id));
  }

  void printErrorSlip(SessionId id, Refusal refusal, Language language) {
    print(
        () -> words.refusal(refusal, language),
        new SessionEvent.SlipPrinted(id),
        new SessionEvent.SlipFailed(id));
  }

  void printRecord(CutVisit visit, Language language) {
    print(
        () -> words.record(visit, language),
        new SessionEvent.RecordPrinted(),
        new SessionEvent.RecordFailed());
  }

  private void print(Supplier<List<String>> lines, SessionEvent printed, SessionEvent failed) {
    thread.execute(() -> {
      try {
        printer.print(new Slip(lines.get()));
        events.accept(printed);
      } catch (PrinterException trouble) {
        LOG.warn("a slip did not come out: {}", trouble.getMessage());
        events.accept(failed);
      }
    });
  }
}

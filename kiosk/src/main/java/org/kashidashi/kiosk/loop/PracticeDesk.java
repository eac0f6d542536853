package org.kashidashi.kiosk.loop;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.kashidashi.kiosk.session.SessionEvent;
import org.kashidashi.kiosk.session.SessionId;
import org.kashidashi.sync.circulation.DueDate;
import org.kashidashi.sync.circulation.GivingBack;
import org.kashidashi.sync.circulation.ItemBarcode;
import org.kashidashi.sync.circulation.LoanOut;
import org.kashidashi.sync.circulation.LoanRenewal;
import org.kashidashi.sync.circulation.PatronId;
import org.kashidashi.sync.circulation.PatronStanding;
import org.kashidashi.sync.circulation.Renewal;

/**
 * Answers for everybody else while somebody practises: an invented patron, to whom nothing is lent.
 *
 * <p>Holds nothing that could lend: neither the store nor the card reader nor the printer.
 */
public final class PracticeDesk {
  private static final PatronId INVENTED = new PatronId("9999900000");
  private static final ItemBarcode INVENTED_ITEM = new ItemBarcode("9999900000");
  private static final int INVENTED_LOAN_DAYS_LEFT = 3;
  private static final int LOAN_LIMIT = 10;
  private static final int LOAN_DAYS = 14;

  private final Consumer<SessionEvent> events;
  private final Clock clock;

  /**
   * @param clock the kiosk's wall clock, in the library's time zone
   */
  public PracticeDesk(Consumer<SessionEvent> events, Clock clock) {
    this.events = events;
    this.clock = clock;
  }

  void identify(SessionId id) {
    LocalDate today = LocalDate.now(clock);
    PatronStanding standing = new PatronStanding(
        INVENTED,
        today.plusYears(1),
        Renewal.AUTOMATIC,
        Set.of(),
        /* loansOut= */ 0,
        LOAN_LIMIT,
        LOAN_DAYS,
        clock.instant());
    events.accept(new SessionEvent.PatronWelcomed(id, standing, false, today));
  }

  void lend(SessionId id, ItemBarcode item) {
    DueDate due = new DueDate(LocalDate.now(clock).plusDays(LOAN_DAYS), false);
    events.accept(new SessionEvent.ItemLent(id, item, "", Optional.of(due), false, false));
  }

  void cancel(SessionId id, ItemBarcode item) {
    events.accept(new SessionEvent.LoanCancelled(id, item, true));
  }

  void list(SessionId id) {
    LocalDate due = LocalDate.now(clock).plusDays(INVENTED_LOAN_DAYS_LEFT);
    events.accept(new SessionEvent.LoansListed(
        id, Optional.of(List.of(new LoanOut(INVENTED_ITEM, "", due, false)))));
  }

  void renew(SessionId id, ItemBarcode item) {
    LocalDate due = LocalDate.now(clock).plusDays(LOAN_DAYS);
    events.accept(
        new SessionEvent.RenewalAnswered(id, item, Optional.of(new LoanRenewal.Renewed(due))));
  }

  void giveBack(SessionId id, ItemBarcode item) {
    events.accept(
        new SessionEvent.GivingBackAnswered(id, item, Optional.of(new GivingBack.Taken(""))));
  }

  void printSlip(SessionId id) {
    events.accept(new SessionEvent.SlipPrinted(id));
  }

  void print(SessionId id) {
    events.accept(new SessionEvent.ReceiptPrinted(id));
  }
}

package org.kashidashi.sync.ils.sim;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kashidashi.sync.circulation.CirculationStatus;
import org.kashidashi.sync.circulation.GivingBack;
import org.kashidashi.sync.circulation.Item;
import org.kashidashi.sync.circulation.ItemBarcode;
import org.kashidashi.sync.circulation.ItemClass;
import org.kashidashi.sync.circulation.ItemFacts;
import org.kashidashi.sync.circulation.LoanOut;
import org.kashidashi.sync.circulation.LoanRenewal;
import org.kashidashi.sync.circulation.PatronId;
import org.kashidashi.sync.circulation.PatronStanding;
import org.kashidashi.sync.circulation.policy.DueDates;
import org.kashidashi.sync.ils.DeliveryResult;
import org.kashidashi.sync.outbox.IdempotencyKey;
import org.kashidashi.sync.outbox.OutboxEntry;

/** Patrons, items, loans and holds of the simulated library. Guarded by its owner. */
final class SimulatedShelves {
  private record OpenLoan(
      IdempotencyKey key, PatronId patron, LocalDate due, boolean givenBack, boolean ownHold) {
    OpenLoan due(LocalDate later) {
      return new OpenLoan(key, patron, later, givenBack, ownHold);
    }
  }

  private final Clock clock;
  private final DueDates dueDates;
  private final Map<PatronId, PatronStanding> patrons = new HashMap<>();
  private final Map<ItemBarcode, Item> items = new HashMap<>();
  private final Map<ItemBarcode, PatronId> holds = new HashMap<>();
  private final Map<ItemBarcode, OpenLoan> loans = new HashMap<>();
  private final Set<ItemBarcode> renewed = new HashSet<>();
  private final Set<IdempotencyKey> cancelled = new HashSet<>();

  SimulatedShelves(Clock clock, DueDates dueDates) {
    this.clock = clock;
    this.dueDates = dueDates;
  }

  void add(PatronStanding patron) {
    patrons.put(patron.patron(), patron);
  }

  void add(Item item) {
    items.put(item.barcode(), item);
  }

  void hold(ItemBarcode item, PatronId patron) {
    holds.put(item, patron);
  }

  Optional<PatronStanding> standing(PatronId patron) {
    return Optional.ofNullable(patrons.get(patron)).map(this::withLoans);
  }

  private PatronStanding withLoans(PatronStanding standing) {
    long open = loans.values().stream()
        .filter(loan -> loan.patron().equals(standing.patron()))
        .count();
    return new PatronStanding(
        standing.patron(),
        standing.expires(),
        standing.renewal(),
        standing.blocks(),
        standing.loansOut() + Math.toIntExact(open),
        standing.loanLimit(),
        standing.loanDays(),
        clock.instant());
  }

  Optional<ItemFacts> facts(ItemBarcode barcode, PatronId patron) {
    return Optional.ofNullable(items.get(barcode)).map(item -> facts(item, patron));
  }

  private ItemFacts facts(Item item, PatronId patron) {
    OpenLoan loan = loans.get(item.barcode());
    if (loan != null) {
      return loan.patron().equals(patron)
          ? facts(item, CirculationStatus.ON_LOAN_TO_PATRON, Optional.of(loan.due()))
          : facts(item, CirculationStatus.ON_LOAN_TO_ANOTHER, Optional.empty());
    }
    PatronId waiting = holds.get(item.barcode());
    if (waiting == null) {
      return facts(item, CirculationStatus.AVAILABLE, Optional.empty());
    }
    return waiting.equals(patron)
        ? facts(item, CirculationStatus.ON_HOLD_FOR_PATRON, Optional.empty())
        : facts(item, CirculationStatus.ON_HOLD_FOR_ANOTHER, Optional.empty());
  }

  private ItemFacts facts(Item item, CirculationStatus status, Optional<LocalDate> due) {
    return new ItemFacts(item, status, due, clock.instant());
  }

  Optional<List<LoanOut>> loans(PatronId patron) {
    if (!patrons.containsKey(patron)) {
      return Optional.empty();
    }
    List<LoanOut> out = new ArrayList<>();
    for (Item item : items.values()) {
      OpenLoan loan = loans.get(item.barcode());
      if (loan != null && loan.patron().equals(patron)) {
        out.add(new LoanOut(item.barcode(), item.title(), loan.due(), loan.givenBack()));
      }
    }
    out.sort(
        Comparator.comparing(LoanOut::due).thenComparing(loan -> loan.item().number()));
    return Optional.of(List.copyOf(out));
  }

  /** Once a loan, and only the patron's own. */
  LoanRenewal renew(ItemBarcode item, PatronId patron) {
    OpenLoan loan = loans.get(item);
    PatronStanding standing = patrons.get(patron);
    if (loan == null || standing == null || !loan.patron().equals(patron)) {
      return new LoanRenewal.NotOnLoan();
    }
    LocalDate today = dueDates.day(clock.instant());
    LocalDate due = today.plusDays(standing.loanDays());
    Optional<LoanRenewal.Reason> reason = refusal(item, loan, standing, today, due);
    if (reason.isPresent()) {
      return new LoanRenewal.Refused(reason.get(), loan.due());
    }
    loans.put(item, loan.due(due));
    renewed.add(item);
    return new LoanRenewal.Renewed(due);
  }

  private Optional<LoanRenewal.Reason> refusal(
      ItemBarcode item, OpenLoan loan, PatronStanding patron, LocalDate today, LocalDate due) {
    if (today.isAfter(patron.expires())) {
      return Optional.of(LoanRenewal.Reason.PATRON_EXPIRED);
    }
    if (!patron.blocks().isEmpty()) {
      return Optional.of(LoanRenewal.Reason.PATRON_BLOCKED);
    }
    if (today.isAfter(loan.due())) {
      return Optional.of(LoanRenewal.Reason.OVERDUE);
    }
    PatronId waiting = holds.get(item);
    if (waiting != null && !waiting.equals(patron.patron())) {
      return Optional.of(LoanRenewal.Reason.ON_HOLD);
    }
    if (!due.isAfter(loan.due())) {
      return Optional.of(LoanRenewal.Reason.NOT_LATER);
    }
    return renewed.contains(item) ? Optional.of(LoanRenewal.Reason.TOO_OFTEN) : Optional.empty();
  }

  GivingBack giveBack(ItemBarcode item, PatronId patron) {
    OpenLoan loan = loans.get(item);
    Item lent = items.get(item);
    if (loan == null || lent == null || !loan.patron().equals(patron)) {
      return new GivingBack.NotOnLoan();
    }
    loans.put(item, new OpenLoan(loan.key(), patron, loan.due(), true, loan.ownHold()));
    return new GivingBack.Taken(lent.title());
  }

  /** A loan that happened is recorded, whatever else is wrong. */
  DeliveryResult record(OutboxEntry entry) {
    if (entry.cancels().isPresent()) {
      return cancel(entry, entry.cancels().get());
    }
    if (cancelled.contains(entry.key())) {
      return new DeliveryResult.Accepted(Optional.empty());
    }
    PatronStanding patron = patrons.get(entry.patron());
    if (patron == null) {
      return new DeliveryResult.Quarantined("UNKNOWN_PATRON");
    }
    Item item = items.get(entry.item());
    if (item == null) {
      return new DeliveryResult.Quarantined("UNKNOWN_ITEM");
    }
    Optional<String> exception = exception(entry, withLoans(patron), item);
    LocalDate due =
        entry.due().orElseGet(() -> dueDates.day(clock.instant()).plusDays(patron.loanDays()));
    boolean ownHold = entry.patron().equals(holds.get(entry.item()));
    if (ownHold) {
      holds.remove(entry.item());
    }
    loans.put(entry.item(), new OpenLoan(entry.key(), entry.patron(), due, false, ownHold));
    renewed.remove(entry.item());
    return exception
        .<DeliveryResult>map(
            reason -> new DeliveryResult.AcceptedWithException(Optional.of(due), reason))
        .orElseGet(() -> new DeliveryResult.Accepted(Optional.of(due)));
  }

  /** A loan that is cancelled never happened, whichever of both comes first. */
  private DeliveryResult cancel(OutboxEntry entry, IdempotencyKey loan) {
    cancelled.add(loan);
    OpenLoan open = loans.get(entry.item());
    if (open != null && open.key().equals(loan)) {
      loans.remove(entry.item());
      if (open.ownHold()) {
        holds.put(entry.item(), entry.patron());
      }
    }
    return new DeliveryResult.Accepted(Optional.empty());
  }

  private Optional<String> exception(OutboxEntry entry, PatronStanding patron, Item item) {
    OpenLoan open = loans.get(entry.item());
    if (open != null) {
      return Optional.of(
          open.patron().equals(entry.patron()) ? "ALREADY_ON_LOAN" : "ITEM_ON_LOAN_TO_ANOTHER");
    }
    PatronId waiting = holds.get(entry.item());
    if (waiting != null && !waiting.equals(entry.patron())) {
      return Optional.of("ITEM_ON_HOLD");
    }
    if (!entry.clock().trusted()) {
      return Optional.of("CLOCK_UNTRUSTED");
    }
    if (dueDates.day(entry.lentAt()).isAfter(patron.expires())) {
      return Optional.of("PATRON_EXPIRED");
    }
    if (!patron.blocks().isEmpty()) {
      return Optional.of("PATRON_BLOCKED");
    }
    if (patron.loansOut() >= patron.loanLimit()) {
      return Optional.of("OVER_LIMIT");
    }
    return item.itemClass() == ItemClass.STANDARD
        ? Optional.empty()
        : Optional.of("ITEM_NOT_FOR_LOAN");
  }
}

package org.kashidashi.central.circulation;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.kashidashi.sync.circulation.ItemClass;
import org.kashidashi.sync.circulation.LoanFlag;
import org.kashidashi.sync.circulation.PatronStanding;

/** Judges a loan that physically happened. A new conflict rule goes here. */
public final class OperationJudge {
  /** A kiosk's clock may run ahead of ours by this much and still be believed. */
  static final Duration AHEAD_MAXIMUM = Duration.ofMinutes(10);

  /** No kiosk is offline for longer than this; an older time is a clock that was never set. */
  static final Duration AGE_MAXIMUM = Duration.ofDays(366);

  private final LoanRules rules;

  public OperationJudge(LoanRules rules) {
    this.rules = rules;
  }

  public Judgement judge(LoanOperation loan, CirculationFacts facts, Instant receivedAt) {
    if (facts.patron().isEmpty() || facts.itemClass().isEmpty()) {
      return new Judgement.Quarantined(unknown(facts));
    }
    PatronStanding patron = facts.patron().get();
    Set<StaffReason> reasons = EnumSet.noneOf(StaffReason.class);
    boolean trusted = isTrusted(loan, receivedAt);
    Instant lentAt = trusted ? loan.lentAt() : receivedAt;
    if (!trusted) {
      reasons.add(StaffReason.CLOCK_UNTRUSTED);
    }
    LocalDate due = rules.dayOf(lentAt).plusDays(patron.loanDays());
    addPatronReasons(reasons, patron, rules.dayOf(lentAt));
    addItemReasons(reasons, facts.itemClass().get());

    if (facts.openLoan().isPresent()) {
      OpenLoan open = facts.openLoan().get();
      if (open.patron().equals(loan.patron())) {
        reasons.add(StaffReason.ALREADY_ON_LOAN);
        return new Judgement.Past(lentAt, open.due(), lentAt, Ending.REPEATED, reasons);
      }
      reasons.add(StaffReason.ITEM_ON_LOAN_TO_ANOTHER);
      if (!happenedAfter(loan.origin(), lentAt, open)) {
        return new Judgement.Past(lentAt, due, lentAt, Ending.OVERTAKEN, reasons);
      }
    }
    if (patron.loansOut() >= patron.loanLimit()) {
      reasons.add(StaffReason.OVER_LIMIT);
    }
    boolean held = facts.heldFor().isPresent();
    boolean heldForPatron = held && facts.heldFor().get().equals(loan.patron());
    if (held && !heldForPatron) {
      reasons.add(StaffReason.ITEM_ON_HOLD);
    }
    Optional<Instant> endsOpenLoanAt = facts.openLoan().map(open -> later(open.lentAt(), lentAt));
    return new Judgement.Lent(lentAt, due, endsOpenLoanAt, heldForPatron, reasons);
  }

  private static Set<StaffReason> unknown(CirculationFacts facts) {
    Set<StaffReason> reasons = EnumSet.noneOf(StaffReason.class);
    if (facts.patron().isEmpty()) {
      reasons.add(StaffReason.UNKNOWN_PATRON);
    }
    if (facts.itemClass().isEmpty()) {
      reasons.add(StaffReason.UNKNOWN_ITEM);
    }
    return reasons;
  }

  private static void addPatronReasons(
      Set<StaffReason> reasons, PatronStanding patron, LocalDate lentOn) {
    if (patron.expires().isBefore(lentOn)) {
      reasons.add(StaffReason.PATRON_EXPIRED);
    }
    if (!patron.blocks().isEmpty()) {
      reasons.add(StaffReason.PATRON_BLOCKED);
    }
  }

  private static void addItemReasons(Set<StaffReason> reasons, ItemClass itemClass) {
    boolean forLoan = switch (itemClass) {
      case STANDARD, AUDIOVISUAL, UNKNOWN -> true;
      case REFERENCE, RESTRICTED, OTHER_LIBRARY -> false;
    };
    if (!forLoan) {
      reasons.add(StaffReason.ITEM_NOT_FOR_LOAN);
    }
  }

  private static boolean isTrusted(LoanOperation loan, Instant receivedAt) {
    return loan.clock() != ClockTrust.UNKNOWN
        && !loan.flags().contains(LoanFlag.UNTRUSTED_CLOCK)
        && !loan.lentAt().isAfter(receivedAt.plus(AHEAD_MAXIMUM))
        && !loan.lentAt().isBefore(receivedAt.minus(AGE_MAXIMUM));
  }

  /** On one kiosk its own count decides; wall time only between kiosks; a tie goes to arrival. */
  private static boolean happenedAfter(Origin origin, Instant lentAt, OpenLoan open) {
    return origin.sameKiosk(open.origin())
        ? origin.after(open.origin())
        : !lentAt.isBefore(open.lentAt());
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}

package org.kashidashi.kiosk.session;

import java.time.LocalDate;
import org.kashidashi.sync.circulation.ItemBarcode;
import org.kashidashi.sync.circulation.LoanOut;
import org.kashidashi.sync.circulation.LoanRenewal;

/** What the patron has on loan, and what became of the wish to prolong it. */
public record OwnLoan(ItemBarcode item, String title, LocalDate due, Fate fate) {
  /** Where it stands. */
  public enum Fate {
    OUT,
    /** The library system is being asked. */
    ASKING,
    RENEWED,
    /** The patron has put it back; staff have not looked at it yet. */
    GIVEN_BACK,
    PATRON_EXPIRED,
    PATRON_BLOCKED,
    OVERDUE,
    ON_HOLD,
    NOT_LATER,
    TOO_OFTEN,
    NOT_ON_LOAN,
    /** The library system gave no answer. */
    NOT_ANSWERED
  }

  static OwnLoan of(LoanOut loan) {
    return new OwnLoan(
        loan.item(), loan.title(), loan.due(), loan.givenBack() ? Fate.GIVEN_BACK : Fate.OUT);
  }

  OwnLoan with(Fate next) {
    return new OwnLoan(item, title, due, next);
  }

  OwnLoan after(LoanRenewal renewal) {
    return switch (renewal) {
      case LoanRenewal.Renewed(LocalDate later) -> new OwnLoan(item, title, later, Fate.RENEWED);
      case LoanRenewal.Refused(var reason, LocalDate same) ->
        new OwnLoan(item, title, same, fate(reason));
      case LoanRenewal.NotOnLoan _ -> with(Fate.NOT_ON_LOAN);
    };
  }

  /** What somebody borrows is personal: it is not to reach a log. */
  @Override
  public String toString() {
    return "OwnLoan[" + fate + "]";
  }

  private static Fate fate(LoanRenewal.Reason reason) {
    return switch (reason) {
      case PATRON_EXPIRED -> Fate.PATRON_EXPIRED;
      case PATRON_BLOCKED -> Fate.PATRON_BLOCKED;
      case OVERDUE -> Fate.OVERDUE;
      case ON_HOLD -> Fate.ON_HOLD;
      case NOT_LATER -> Fate.NOT_LATER;
      case TOO_OFTEN -> Fate.TOO_OFTEN;
    };
  }
}

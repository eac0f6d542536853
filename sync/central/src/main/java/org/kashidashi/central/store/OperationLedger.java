package org.kashidashi.central.store;

import java.sql.SQLException;
import java.util.Optional;
import org.kashidashi.central.circulation.Arrival;
import org.kashidashi.central.circulation.CancellationOperation;
import org.kashidashi.central.circulation.CirculationFacts;
import org.kashidashi.central.circulation.Ending;
import org.kashidashi.central.circulation.Judgement;
import org.kashidashi.central.circulation.KnownOperation;
import org.kashidashi.central.circulation.LoanOperation;
import org.kashidashi.central.circulation.LoanRules;
import org.kashidashi.central.circulation.Operation;
import org.kashidashi.central.circulation.OperationJudge;
import org.kashidashi.central.circulation.OperationResult;
import org.kashidashi.central.circulation.StaffReason;
import org.kashidashi.central.circulation.UnknownOperation;
import org.kashidashi.sync.circulation.Item;
import org.kashidashi.sync.circulation.PatronId;

/** Applies one operation, exactly once, inside the caller's transaction. */
final class OperationLedger {
  private static final String PURPOSE = "operation";

  private final LoanRules rules;
  private final KeyedDigest digest;
  private final OperationTable operations;
  private final StaffExceptionTable exceptions;
  private final PatronTable patrons;
  private final ItemTable items;
  private final LoanTable loans;

  OperationLedger(Sql sql, LoanRules rules, KeyedDigest digest) {
    this.rules = rules;
    this.digest = digest;
    this.operations = new OperationTable(sql);
    this.exceptions = new StaffExceptionTable(sql);
    this.patrons = new PatronTable(sql);
    this.items = new ItemTable(sql);
    this.loans = new LoanTable(sql);
  }

  OperationResult apply(Operation operation, Arrival arrival) throws SQLException {
    String fingerprint = digest.of(PURPOSE, operation.content());
    return switch (operation) {
      case UnknownOperation unknown ->
        reject(unknown, fingerprint, StaffReason.SCHEMA_UNKNOWN, arrival);
      case KnownOperation known -> applyOnce(known, fingerprint, arrival);
    };
  }

  private OperationResult applyOnce(KnownOperation known, String fingerprint, Arrival arrival)
      throws SQLException {
    Optional<OperationTable.Recorded> earlier = operations.find(known.key());
    if (earlier.isPresent()) {
      return earlier.get().fingerprint().equals(fingerprint)
          ? earlier.get().result()
          : reject(known, fingerprint, StaffReason.KEY_REUSED, arrival);
    }
    return switch (known) {
      case LoanOperation loan
      when operations.cancelled(loan.key()) -> nothing(loan, fingerprint, arrival);
      case LoanOperation loan -> record(loan, fingerprint, arrival);
      case CancellationOperation taken -> {
        cancel(taken, arrival);
        yield nothing(taken, fingerprint, arrival);
      }
    };
  }

  /** Kept so that it is not applied again, without a word to staff. */
  private OperationResult nothing(KnownOperation known, String fingerprint, Arrival arrival)
      throws SQLException {
    OperationResult result = OperationResult.accepted(known.key());
    operations.add(known, fingerprint, result, arrival);
    return result;
  }

  /** The loan never happened, whether it has arrived, is in quarantine or is still to come. */
  private void cancel(CancellationOperation taken, Arrival arrival) throws SQLException {
    operations.cancel(taken.loan());
    exceptions.withdraw(taken.loan());
    Optional<LoanTable.Fulfilled> hold = loans.cancel(taken.loan(), arrival.at());
    if (hold.isPresent()) {
      items.restoreHold(hold.get().item(), hold.get().patron());
    }
  }

  private OperationResult reject(
      Operation operation, String fingerprint, StaffReason reason, Arrival arrival)
      throws SQLException {
    exceptions.file(operation, fingerprint, reason, Optional.empty(), arrival.at());
    return OperationResult.rejected(operation.key(), reason);
  }

  private OperationResult record(LoanOperation loan, String fingerprint, Arrival arrival)
      throws SQLException {
    CirculationFacts facts = new CirculationFacts(
        patrons.standing(loan.patron(), rules, arrival.at()),
        items.find(loan.item()).map(Item::itemClass),
        loans.open(loan.item()),
        items.heldFor(loan.item()));
    Judgement judgement = new OperationJudge(rules).judge(loan, facts, arrival.at());
    OperationResult result = OperationResult.of(loan.key(), judgement);
    operations.add(loan, fingerprint, result, arrival);
    switch (judgement) {
      case Judgement.Lent lent -> recordLent(loan, lent);
      case Judgement.Past past -> loans.add(loan, past);
      case Judgement.Quarantined _ -> operations.quarantine(loan);
    }
    for (StaffReason reason : judgement.reasons()) {
      exceptions.file(loan, fingerprint, reason, other(reason, facts), arrival.at());
    }
    return result;
  }

  private void recordLent(LoanOperation loan, Judgement.Lent lent) throws SQLException {
    if (lent.endsOpenLoanAt().isPresent()) {
      loans.end(loan.item(), lent.endsOpenLoanAt().get(), Ending.LENT_ON);
    }
    if (lent.fulfilsHold()) {
      items.removeHold(loan.item());
    }
    loans.add(loan, lent);
  }

  /** Whom staff must look for besides the borrower. */
  private static Optional<PatronId> other(StaffReason reason, CirculationFacts facts) {
    return switch (reason) {
      case ITEM_ON_LOAN_TO_ANOTHER -> facts.openLoan().map(open -> open.patron());
      case ITEM_ON_HOLD -> facts.heldFor();
      case SCHEMA_UNKNOWN,
          KEY_REUSED,
          UNKNOWN_PATRON,
          UNKNOWN_ITEM,
          ALREADY_ON_LOAN,
          ITEM_NOT_FOR_LOAN,
          PATRON_EXPIRED,
          PATRON_BLOCKED,
          OVER_LIMIT,
          CLOCK_UNTRUSTED -> Optional.empty();
    };
  }
}

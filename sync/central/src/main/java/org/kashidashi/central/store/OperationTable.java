package org.kashidashi.central.store;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import org.kashidashi.central.circulation.Arrival;
import org.kashidashi.central.circulation.KnownOperation;
import org.kashidashi.central.circulation.LoanOperation;
import org.kashidashi.central.circulation.OperationResult;
import org.kashidashi.central.circulation.Outcome;
import org.kashidashi.central.circulation.StaffReason;

/** Operations with their first result, kept for ever, and the loans in quarantine. */
final class OperationTable {
  /** An operation that came before. */
  record Recorded(String fingerprint, OperationResult result) {}

  private final Sql sql;

  OperationTable(Sql sql) {
    this.sql = sql;
  }

  Optional<Recorded> find(String key) throws SQLException {
    return sql.one(
        "SELECT fingerprint, outcome, due, reason FROM operations WHERE operation_key = ?",
        row -> new Recorded(
            row.text("fingerprint"),
            new OperationResult(
                key,
                row.oneOf("outcome", Outcome.class),
                row.optionalText("due").map(LocalDate::parse),
                row.optionalText("reason").map(StaffReason::valueOf))),
        key);
  }

  void add(KnownOperation operation, String fingerprint, OperationResult result, Arrival arrival)
      throws SQLException {
    sql.update(
        """
        INSERT INTO operations (operation_key, fingerprint, outcome, due, reason, kiosk, epoch,
          sequence, received_at, certificate)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        operation.key(),
        fingerprint,
        result.outcome(),
        result.due(),
        result.reason(),
        operation.origin().kiosk(),
        operation.origin().epoch(),
        operation.origin().sequence(),
        arrival.at(),
        arrival.certificate());
  }

  void cancel(String loan) throws SQLException {
    sql.update(
        "INSERT INTO cancelled_loans (operation_key) VALUES (?) ON CONFLICT DO NOTHING", loan);
    sql.update("DELETE FROM quarantined_loans WHERE operation_key = ?", loan);
  }

  boolean cancelled(String loan) throws SQLException {
    return sql.one(
            "SELECT 1 AS found FROM cancelled_loans WHERE operation_key = ?",
            row -> row.number("found"),
            loan)
        .isPresent();
  }

  void quarantine(LoanOperation loan) throws SQLException {
    sql.update(
        """
        INSERT INTO quarantined_loans (operation_key, patron, item, lent_at, clock, due_told)
        VALUES (?, ?, ?, ?, ?, ?)
        """,
        loan.key(),
        loan.patron().number(),
        loan.item().number(),
        loan.lentAt(),
        loan.clock(),
        loan.dueTold());
  }
}

package org.kashidashi.central.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.kashidashi.central.circulation.LoanOperation;
import org.kashidashi.central.circulation.Operation;
import org.kashidashi.central.circulation.StaffReason;
import org.kashidashi.central.circulation.UnknownOperation;
import org.kashidashi.sync.circulation.PatronId;

/** What staff must look at; the same trouble is filed once. */
final class StaffExceptionTable {
  private final Sql sql;

  StaffExceptionTable(Sql sql) {
    this.sql = sql;
  }

  /**
   * Files one trouble.
   *
   * @param otherPatron who had the item on loan, or whose hold it waited for
   */
  void file(
      Operation operation,
      String fingerprint,
      StaffReason reason,
      Optional<PatronId> otherPatron,
      Instant filedAt)
      throws SQLException {
    Optional<LoanOperation> loan = switch (operation) {
      case LoanOperation known -> Optional.of(known);
      case UnknownOperation _ -> Optional.empty();
    };
    sql.update(
        """
        INSERT INTO staff_exceptions (operation_key, reason, fingerprint, patron, item, lent_at,
          other_patron, filed_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (operation_key, reason, fingerprint) DO NOTHING
        """,
        operation.key(),
        reason,
        fingerprint,
        loan.map(known -> known.patron().number()),
        loan.map(known -> known.item().number()),
        loan.map(LoanOperation::lentAt),
        otherPatron.map(PatronId::number),
        filedAt);
  }
}

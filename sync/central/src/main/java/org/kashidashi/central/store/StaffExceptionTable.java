package org.kashidashi.central.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.kashidashi.central.circulation.KnownOperation;
import org.kashidashi.central.circulation.LoanOperation;
import org.kashidashi.central.circulation.Operation;
import org.kashidashi.central.circulation.StaffReason;
import org.kashidashi.sync.circulation.PatronId;

/** What staff must look at; the same trouble is filed once. */
final class StaffExceptionTable {
  private final Sql sql;

  StaffExceptionTable(Sql sql) {
    this.sql = sql;
  }

  /**
   * Takes back what was filed of a loan that never happened; but whom it took the item from, staff
   * must still hear.
   */
  void withdraw(String loan) throws SQLException {
    sql.update(
        "DELETE FROM staff_exceptions WHERE operation_key = ? AND reason NOT IN (?, ?)",
        loan,
        StaffReason.ITEM_ON_LOAN_TO_ANOTHER,
        StaffReason.KEY_REUSED);
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
    Optional<KnownOperation> known =
        operation instanceof KnownOperation one ? Optional.of(one) : Optional.empty();
    Optional<Instant> lentAt =
        operation instanceof LoanOperation loan ? Optional.of(loan.lentAt()) : Optional.empty();
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
        known.map(one -> one.patron().number()),
        known.map(one -> one.item().number()),
        lentAt,
        otherPatron.map(PatronId::number),
        filedAt);
  }
}

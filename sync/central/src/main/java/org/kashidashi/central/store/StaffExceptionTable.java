package org.kashidashi.central.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kashidashi.central.circulation.KnownOperation;
import org.kashidashi.central.circulation.LoanOperation;
import org.kashidashi.central.circulation.Operation;
import org.kashidashi.central.circulation.StaffReason;
import org.kashidashi.central.staff.StaffStep;
import org.kashidashi.sync.circulation.ItemBarcode;
import org.kashidashi.sync.circulation.PatronId;
import org.kashidashi.sync.registry.counter.StaffCase;

/** What staff must look at; the same trouble is filed once. */
final class StaffExceptionTable {
  /** As many as one answer carries: the rest comes once these are settled. */
  private static final int OPEN_MAXIMUM = 500;

  /** A row's number, and the beginning of its fingerprint, which no other row of it ever has. */
  private static final Pattern ID = Pattern.compile("([0-9]{1,18})-([0-9a-f]{16})");

  private static final int FINGERPRINT_SHOWN = 16;

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

  /** What nobody has settled, oldest first. */
  List<StaffCase> open() throws SQLException {
    return sql.all(
        """
        SELECT rowid, reason, fingerprint, patron, item, filed_at FROM staff_exceptions
        WHERE settled_at IS NULL ORDER BY filed_at, rowid LIMIT ?
        """,
        row -> new StaffCase(
            "%d-%s"
                .formatted(
                    row.number("rowid"), row.text("fingerprint").substring(0, FINGERPRINT_SHOWN)),
            row.text("reason"),
            row.optionalText("patron").map(PatronId::new),
            row.optionalText("item").map(ItemBarcode::new),
            row.instant("filed_at")),
        OPEN_MAXIMUM);
  }

  /** Whether it was open. It stays, so that it is not filed again, and forgets its patrons. */
  boolean settle(String id, StaffStep step) throws SQLException {
    Matcher matcher = ID.matcher(id);
    return matcher.matches()
        && sql.update(
                """
            UPDATE staff_exceptions SET settled_at = ?, settled_by = ?, patron = NULL,
              other_patron = NULL
            WHERE rowid = ? AND substr(fingerprint, 1, ?) = ? AND settled_at IS NULL
            """,
                step.at(),
                step.writtenAs(),
                Long.parseLong(matcher.group(1)),
                FINGERPRINT_SHOWN,
                matcher.group(2))
            > 0;
  }
}

package org.kashidashi.central.store;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.kashidashi.central.staff.AuditEntry;
import org.kashidashi.central.staff.StaffStep;
import org.kashidashi.sync.circulation.PatronId;

/** What staff did, in order. The library card number is a keyed digest. */
final class AuditTable {
  private static final String PURPOSE = "audit";

  /** Also read by a trigger. */
  private static final String KEPT_FROM = "audit_kept_from";

  private final Sql sql;
  private final KeyedDigest digest;

  AuditTable(Sql sql, KeyedDigest digest) {
    this.sql = sql;
    this.digest = digest;
  }

  void add(StaffStep step, String outcome) throws SQLException {
    sql.update(
        """
        INSERT INTO staff_audit (at, staff, station, action, outcome, patron)
        VALUES (?, ?, ?, ?, ?, ?)
        """,
        step.at(),
        step.writtenAs(),
        step.station(),
        step.action(),
        outcome,
        step.patron().map(this::digested));
  }

  /**
   * Removes the lines of all days before one, as UTC counts days. The database lets no other line go.
   *
   * @return how many
   */
  int prune(LocalDate keptFrom) throws SQLException {
    sql.update("""
        INSERT INTO settings (name, value) VALUES (?, ?)
        ON CONFLICT (name) DO UPDATE SET value = excluded.value
        """, KEPT_FROM, keptFrom);
    return sql.update("DELETE FROM staff_audit WHERE at < ?", keptFrom);
  }

  /** Newest last, so many after a number; of one patron alone, if one is named. */
  List<AuditEntry> after(long number, Optional<PatronId> patron, int limit) throws SQLException {
    return sql.all(
        """
        SELECT number, at, staff, station, action, outcome, patron FROM staff_audit
        WHERE number > ? AND (? = '' OR patron = ?) ORDER BY number LIMIT ?
        """,
        row -> new AuditEntry(
            row.number("number"),
            Instant.parse(row.text("at")),
            row.text("staff"),
            row.text("station"),
            row.text("action"),
            row.text("outcome"),
            row.optionalText("patron")),
        number,
        patron.map(this::digested).orElse(""),
        patron.map(this::digested).orElse(""),
        limit);
  }

  private String digested(PatronId patron) {
    return digest.of(PURPOSE, patron.number());
  }
}

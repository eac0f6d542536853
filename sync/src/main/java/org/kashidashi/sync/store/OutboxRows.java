package org.kashidashi.sync.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kashidashi.sync.outbox.OutboxStatus;

/** What becomes of outbox entries after they were written. */
final class OutboxRows {
  /** Only a pending entry can be settled: the first answer stands. */
  private static final String SETTLE =
      "UPDATE outbox SET status = ?, reason = ?, confirmed_due = ?, settled_at = ?"
          + " WHERE sequence = ? AND status = 'PENDING'";

  private static final String RELEASE_PARKED =
      "UPDATE outbox SET status = 'PENDING', reason = '', settled_at = NULL"
          + " WHERE status = 'PARKED'";

  /** A time in the future is of a clock that went back since, and must not keep a row for years. */
  private static final String CORRECT_FUTURE =
      "UPDATE outbox SET settled_at = ? WHERE settled_at > ?";

  private static final String ERASE =
      "DELETE FROM loans WHERE sequence IN (SELECT sequence FROM outbox WHERE status IN"
          + " ('CONFIRMED', 'CONFIRMED_WITH_EXCEPTION', 'QUARANTINED') AND settled_at <= ?"
          + " ORDER BY sequence LIMIT ?)";
  private static final String COUNT = "SELECT status, count(*) FROM outbox GROUP BY status";
  private static final String OLDEST =
      "SELECT lent_at FROM outbox JOIN loans USING (sequence) WHERE status = 'PENDING'"
          + " ORDER BY sequence LIMIT 1";

  private static final String UNSETTLED =
      "SELECT sequence, lent_at, status, reason FROM outbox JOIN loans USING (sequence)"
          + " WHERE status IN ('PENDING', 'PARKED') ORDER BY sequence LIMIT ?";

  private final Database database;

  OutboxRows(Database database) {
    this.database = database;
  }

  void settle(Settlement settlement, Instant now) throws SQLException {
    PreparedStatement statement = database.statement(SETTLE);
    statement.setString(1, settlement.status().name());
    statement.setString(2, settlement.reason());
    if (settlement.due().isPresent()) {
      statement.setLong(3, settlement.due().get().toEpochDay());
    } else {
      statement.setNull(3, Types.INTEGER);
    }
    statement.setLong(4, now.toEpochMilli());
    statement.setLong(5, settlement.key().sequence());
    statement.executeUpdate();
  }

  int releaseParked() throws SQLException {
    return database.statement(RELEASE_PARKED).executeUpdate();
  }

  int erase(Instant settledBefore, Instant now, int limit) throws SQLException {
    PreparedStatement correct = database.statement(CORRECT_FUTURE);
    correct.setLong(1, now.toEpochMilli());
    correct.setLong(2, now.toEpochMilli());
    correct.executeUpdate();
    PreparedStatement erase = database.statement(ERASE);
    erase.setLong(1, settledBefore.toEpochMilli());
    erase.setInt(2, limit);
    return erase.executeUpdate();
  }

  List<UnsettledEntry> unsettled(int limit) throws SQLException, StoreDamagedException {
    PreparedStatement statement = database.statement(UNSETTLED);
    statement.setInt(1, limit);
    List<UnsettledEntry> entries = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        entries.add(new UnsettledEntry(
            rows.getLong(1),
            Instant.ofEpochMilli(rows.getLong(2)),
            Columns.value(OutboxStatus.class, rows.getString(3)),
            rows.getString(4)));
      }
    }
    return entries;
  }

  OutboxCounts counts() throws SQLException, StoreDamagedException {
    Map<OutboxStatus, Integer> counts = new EnumMap<>(OutboxStatus.class);
    try (ResultSet rows = database.statement(COUNT).executeQuery()) {
      while (rows.next()) {
        counts.put(Columns.value(OutboxStatus.class, rows.getString(1)), rows.getInt(2));
      }
    }
    return new OutboxCounts(
        counts.getOrDefault(OutboxStatus.PENDING, 0),
        counts.getOrDefault(OutboxStatus.CONFIRMED, 0),
        counts.getOrDefault(OutboxStatus.CONFIRMED_WITH_EXCEPTION, 0),
        counts.getOrDefault(OutboxStatus.QUARANTINED, 0),
        counts.getOrDefault(OutboxStatus.PARKED, 0),
        oldestPending());
  }

  private Optional<Instant> oldestPending() throws SQLException {
    try (ResultSet row = database.statement(OLDEST).executeQuery()) {
      return row.next() ? Optional.of(Instant.ofEpochMilli(row.getLong(1))) : Optional.empty();
    }
  }
}

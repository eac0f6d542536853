package org.kashidashi.sync.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.kashidashi.sync.circulation.ClockState;
import org.kashidashi.sync.circulation.Decision;
import org.kashidashi.sync.circulation.ItemBarcode;
import org.kashidashi.sync.circulation.LoanFlag;
import org.kashidashi.sync.circulation.PatronId;
import org.kashidashi.sync.outbox.IdempotencyKey;
import org.kashidashi.sync.outbox.OutboxEntry;

/** Loans together with their outbox entries: written, read and erased as pairs. */
final class LoanRows {
  private static final String LENT_NOW = "SELECT max(sequence) FROM loans AS loan"
      + " WHERE patron_digest = ? AND session = ? AND item = ? AND cancels IS NULL"
      + " AND NOT EXISTS (SELECT 1 FROM loans WHERE patron_digest = loan.patron_digest"
      + " AND session = loan.session AND item = loan.item AND cancels = loan.sequence)";

  /**
   * A cancellation takes one away, whether or not its loan is confirmed already. Counted at every
   * loan, so all it needs of the loans is in their index.
   */
  static final String UNCONFIRMED =
      "SELECT coalesce(sum(iif(cancels IS NULL, 1, -1)), 0) FROM loans JOIN outbox USING (sequence)"
          + " WHERE patron_digest = ? AND status = 'PENDING'";

  private static final String INSERT_LOAN =
      "INSERT INTO loans (epoch, session, patron_digest, patron_sealed, item, lent_at, clock, due,"
          + " flags) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";
  private static final String INSERT_CANCELLATION =
      "INSERT INTO loans (epoch, session, patron_digest, patron_sealed, item, lent_at, clock, flags,"
          + " cancels) SELECT epoch, session, patron_digest, patron_sealed, item, ?, ?, '', sequence"
          + " FROM loans WHERE sequence = ?";
  private static final String INSERT_ENTRY =
      "INSERT INTO outbox (sequence, schema, status) VALUES (last_insert_rowid(), "
          + OutboxEntry.SCHEMA
          + ", 'PENDING')";
  private static final String PENDING =
      "SELECT sequence, epoch, schema, patron_sealed, item, lent_at, clock, due, flags, cancels"
          + " FROM outbox JOIN loans USING (sequence) WHERE status = 'PENDING'"
          + " ORDER BY sequence LIMIT ?";

  private final Database database;
  private final Seal seal;
  private final KioskRow kiosk;

  LoanRows(Database database, Seal seal, KioskRow kiosk) {
    this.database = database;
    this.seal = seal;
    this.kiosk = kiosk;
  }

  /** The loan of the item in this session, unless it was cancelled. */
  OptionalLong lentNow(byte[] patronDigest, String session, ItemBarcode item) throws SQLException {
    PreparedStatement statement = database.statement(LENT_NOW);
    statement.setBytes(1, patronDigest);
    statement.setString(2, session);
    statement.setString(3, item.number());
    try (ResultSet row = statement.executeQuery()) {
      long sequence = row.next() ? row.getLong(1) : 0;
      return sequence == 0 ? OptionalLong.empty() : OptionalLong.of(sequence);
    }
  }

  /** How many more loans the patron has than the library system has confirmed. */
  int unconfirmed(byte[] patronDigest) throws SQLException {
    PreparedStatement statement = database.statement(UNCONFIRMED);
    statement.setBytes(1, patronDigest);
    try (ResultSet row = statement.executeQuery()) {
      row.next();
      return row.getInt(1);
    }
  }

  /** The sequence number, and with it the key, comes into being in the caller's transaction. */
  void insert(byte[] patronDigest, LoanRequest request, Decision.Lend lend) throws SQLException {
    PreparedStatement loan = database.statement(INSERT_LOAN);
    loan.setInt(1, kiosk.epoch());
    loan.setString(2, request.session());
    loan.setBytes(3, patronDigest);
    loan.setBytes(4, seal.close(Seal.Purpose.PATRON, request.patron().number()));
    loan.setString(5, request.item().number());
    loan.setLong(6, request.lentAt().toEpochMilli());
    loan.setString(7, request.clock().name());
    if (lend.due().isPresent()) {
      loan.setLong(8, lend.due().get().date().toEpochDay());
    } else {
      loan.setNull(8, Types.INTEGER);
    }
    loan.setString(9, Columns.names(lend.flags()));
    loan.executeUpdate();
    database.statement(INSERT_ENTRY).executeUpdate();
  }

  /** Takes a loan back, as an entry of its own. */
  void cancel(long loan, Instant at, ClockState clock) throws SQLException {
    PreparedStatement cancellation = database.statement(INSERT_CANCELLATION);
    cancellation.setLong(1, at.toEpochMilli());
    cancellation.setString(2, clock.name());
    cancellation.setLong(3, loan);
    cancellation.executeUpdate();
    database.statement(INSERT_ENTRY).executeUpdate();
  }

  List<OutboxEntry> pending(int limit) throws SQLException, StoreDamagedException {
    PreparedStatement statement = database.statement(PENDING);
    statement.setInt(1, limit);
    List<OutboxEntry> entries = new ArrayList<>();
    try (ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        entries.add(entry(row));
      }
    }
    return List.copyOf(entries);
  }

  private OutboxEntry entry(ResultSet row) throws SQLException, StoreDamagedException {
    long due = row.getLong(8);
    boolean noDue = row.wasNull();
    long cancels = row.getLong(10);
    return new OutboxEntry(
        key(row.getInt(2), row.getLong(1)),
        row.getInt(3),
        new PatronId(seal.open(Seal.Purpose.PATRON, row.getBytes(4))),
        new ItemBarcode(row.getString(5)),
        Instant.ofEpochMilli(row.getLong(6)),
        Columns.value(ClockState.class, row.getString(7)),
        noDue ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(due)),
        Columns.values(LoanFlag.class, row.getString(9)),
        // A session has one epoch, and so have a loan and its cancellation.
        cancels == 0 ? Optional.empty() : Optional.of(key(row.getInt(2), cancels)));
  }

  private IdempotencyKey key(int epoch, long sequence) {
    return new IdempotencyKey(kiosk.kiosk(), kiosk.store(), epoch, sequence);
  }
}

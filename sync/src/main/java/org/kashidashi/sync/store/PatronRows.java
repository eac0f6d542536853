package org.kashidashi.sync.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.kashidashi.sync.circulation.Block;
import org.kashidashi.sync.circulation.PatronId;
import org.kashidashi.sync.circulation.PatronStanding;
import org.kashidashi.sync.circulation.Renewal;

/** What the library system said about patrons, without names or numbers. */
final class PatronRows {
  private static final String FIND =
      "SELECT expires, renewal, blocks, loans_out, loan_limit, loan_days, as_of FROM patrons"
          + " WHERE patron_digest = ?";
  private static final String REPLACE =
      "INSERT OR REPLACE INTO patrons (patron_digest, expires, renewal, blocks, loans_out,"
          + " loan_limit, loan_days, as_of) VALUES (?, ?, ?, ?, ?, ?, ?, ?)";
  private static final String COUNT_LOANS =
      "UPDATE patrons SET loans_out = max(0, loans_out + ?) WHERE patron_digest = ?";
  private static final String FORGET = "DELETE FROM patrons WHERE patron_digest = ?";

  private final Database database;

  PatronRows(Database database) {
    this.database = database;
  }

  Optional<PatronStanding> find(byte[] digest, PatronId patron)
      throws SQLException, StoreDamagedException {
    PreparedStatement statement = database.statement(FIND);
    statement.setBytes(1, digest);
    try (ResultSet row = statement.executeQuery()) {
      return row.next() ? Optional.of(standing(patron, row)) : Optional.empty();
    }
  }

  private static PatronStanding standing(PatronId patron, ResultSet row)
      throws SQLException, StoreDamagedException {
    return new PatronStanding(
        patron,
        LocalDate.ofEpochDay(row.getLong(1)),
        Columns.value(Renewal.class, row.getString(2)),
        Columns.values(Block.class, row.getString(3)),
        row.getInt(4),
        row.getInt(5),
        row.getInt(6),
        Instant.ofEpochMilli(row.getLong(7)));
  }

  void replace(byte[] digest, PatronStanding standing) throws SQLException {
    PreparedStatement statement = database.statement(REPLACE);
    statement.setBytes(1, digest);
    statement.setLong(2, standing.expires().toEpochDay());
    statement.setString(3, standing.renewal().name());
    statement.setString(4, Columns.names(standing.blocks()));
    statement.setInt(5, standing.loansOut());
    statement.setInt(6, standing.loanLimit());
    statement.setInt(7, standing.loanDays());
    statement.setLong(8, standing.asOf().toEpochMilli());
    statement.executeUpdate();
  }

  /**
   * Counts loans that the library system did not know of.
   *
   * @param more below 0 for a loan that is taken back
   */
  void countLoans(byte[] digest, int more) throws SQLException {
    PreparedStatement statement = database.statement(COUNT_LOANS);
    statement.setInt(1, more);
    statement.setBytes(2, digest);
    statement.executeUpdate();
  }

  /** How many rows that were. */
  int forget(byte[] digest) throws SQLException {
    PreparedStatement statement = database.statement(FORGET);
    statement.setBytes(1, digest);
    return statement.executeUpdate();
  }
}

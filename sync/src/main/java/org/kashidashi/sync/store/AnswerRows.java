package org.kashidashi.sync.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.kashidashi.sync.registry.Remembered;

/** Answers kept by a keyed digest of the question, sealed: the rows of one such table. */
final class AnswerRows {
  private final Database database;
  private final Seal seal;
  private final Seal.Purpose purpose;
  private final String find;
  private final String replace;
  private final String forget;

  private AnswerRows(
      Database database, Seal seal, Seal.Purpose purpose, String table, String key, String value) {
    this.database = database;
    this.seal = seal;
    this.purpose = purpose;
    this.find = "SELECT %s, as_of FROM %s WHERE %s = ?".formatted(value, table, key);
    this.replace =
        "INSERT OR REPLACE INTO %s (%s, %s, as_of) VALUES (?, ?, ?)".formatted(table, key, value);
    this.forget = "DELETE FROM %s WHERE %s = ?".formatted(table, key);
  }

  static AnswerRows resolutions(Database database, Seal seal) {
    return new AnswerRows(
        database, seal, Seal.Purpose.PERSON, "resolutions", "certificate_digest", "person_sealed");
  }

  Optional<Remembered<String>> find(byte[] digest) throws SQLException, StoreDamagedException {
    PreparedStatement statement = database.statement(find);
    statement.setBytes(1, digest);
    try (ResultSet row = statement.executeQuery()) {
      if (!row.next()) {
        return Optional.empty();
      }
      return Optional.of(new Remembered<>(
          seal.open(purpose, row.getBytes(1)), Instant.ofEpochMilli(row.getLong(2))));
    }
  }

  void replace(byte[] digest, String answer, Instant asOf) throws SQLException {
    PreparedStatement statement = database.statement(replace);
    statement.setBytes(1, digest);
    statement.setBytes(2, seal.close(purpose, answer));
    statement.setLong(3, asOf.toEpochMilli());
    statement.executeUpdate();
  }

  /** How many rows that were. */
  int forget(byte[] digest) throws SQLException {
    PreparedStatement statement = database.statement(forget);
    statement.setBytes(1, digest);
    return statement.executeUpdate();
  }
}

package org.kashidashi.sync.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Keeps what is remembered within its limits of age and number. */
final class CacheRows {
  /** One table: its key, its column of age, in how many milliseconds that counts, its limit. */
  private record Table(String name, String key, String age, long unit, Duration keep) {}

  private static final long DAY = TimeUnit.DAYS.toMillis(1);

  private final Database database;

  CacheRows(Database database) {
    this.database = database;
  }

  void trim(CacheLimits limits, Instant now) throws SQLException {
    List<Table> tables = List.of(
        new Table("patrons", "patron_digest", "as_of", 1, limits.patrons()),
        new Table("resolutions", "certificate_digest", "as_of", 1, limits.resolutions()),
        new Table("links", "person_digest", "as_of", 1, limits.links()),
        new Table("items", "item", "seen", DAY, limits.items()));
    for (Table table : tables) {
      forgetByAge(table, now);
      forgetByNumber(table, limits.rows());
    }
  }

  /** What is of the future was written by a clock that was wrong: its age is not known. */
  private void forgetByAge(Table table, Instant now) throws SQLException {
    PreparedStatement statement = database.statement(
        "DELETE FROM %s WHERE %s < ? OR %s > ?".formatted(table.name(), table.age(), table.age()));
    statement.setLong(1, Math.floorDiv(now.minus(table.keep()).toEpochMilli(), table.unit()));
    statement.setLong(2, Math.floorDiv(now.toEpochMilli(), table.unit()));
    statement.executeUpdate();
  }

  private void forgetByNumber(Table table, int rows) throws SQLException {
    PreparedStatement statement = database.statement(
        "DELETE FROM %s WHERE %s IN (SELECT %s FROM %s ORDER BY %s DESC LIMIT -1 OFFSET ?)"
            .formatted(table.name(), table.key(), table.key(), table.name(), table.age()));
    statement.setInt(1, rows);
    statement.executeUpdate();
  }
}

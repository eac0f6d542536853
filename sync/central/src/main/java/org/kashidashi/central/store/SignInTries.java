package org.kashidashi.central.store;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.kashidashi.sync.registry.counter.StaffName;

/**
 * Wrong passwords in a row. Names that nobody has are locked just the same, so that a lock tells
 * nobody which names there are.
 */
final class SignInTries {
  private static final int WRONG_MAXIMUM = 5;
  private static final Duration LOCK = Duration.ofMinutes(15);

  /** Tries of names that are not used any more. */
  private static final Duration KEPT = Duration.ofDays(1);

  private record Tries(long wrong, Instant lastAt) {}

  private final Sql sql;

  SignInTries(Sql sql) {
    this.sql = sql;
  }

  boolean locked(StaffName name, Instant now) throws SQLException {
    return tries(name)
        .filter(tries -> tries.wrong() >= WRONG_MAXIMUM && recent(tries, now))
        .isPresent();
  }

  void wrong(StaffName name, Instant now) throws SQLException {
    sql.update("DELETE FROM sign_in_tries WHERE last_at < ?", now.minus(KEPT));
    // A lock that is over begins anew with the first wrong try.
    boolean over = tries(name)
        .filter(tries -> tries.wrong() >= WRONG_MAXIMUM && !recent(tries, now))
        .isPresent();
    if (over) {
      forget(name);
    }
    sql.update("""
        INSERT INTO sign_in_tries (name, wrong, last_at) VALUES (?, 1, ?)
        ON CONFLICT (name) DO UPDATE SET wrong = wrong + 1, last_at = excluded.last_at
        """, name.name(), now);
  }

  void forget(StaffName name) throws SQLException {
    sql.update("DELETE FROM sign_in_tries WHERE name = ?", name.name());
  }

  private Optional<Tries> tries(StaffName name) throws SQLException {
    return sql.one(
        "SELECT wrong, last_at FROM sign_in_tries WHERE name = ?",
        row -> new Tries(row.number("wrong"), row.instant("last_at")),
        name.name());
  }

  /** A clock that was set back must not lock anybody out until it gets there again. */
  private static boolean recent(Tries tries, Instant now) {
    return !tries.lastAt().isAfter(now) && now.isBefore(tries.lastAt().plus(LOCK));
  }
}

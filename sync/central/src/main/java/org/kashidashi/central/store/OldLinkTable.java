package org.kashidashi.central.store;

import java.math.BigInteger;
import java.sql.SQLException;
import java.util.Optional;
import org.kashidashi.sync.circulation.PatronId;

/**
 * Links of the withdrawn method that wait to be migrated, as keyed digests of certificate serials:
 * nothing but a migration asks for them.
 */
final class OldLinkTable {
  private static final String PURPOSE = "old method";

  private final Sql sql;
  private final String library;
  private final KeyedDigest digest;

  OldLinkTable(Sql sql, String library, KeyedDigest digest) {
    this.sql = sql;
    this.library = library;
    this.digest = digest;
  }

  void put(BigInteger serial, PatronId patron) throws SQLException {
    sql.update("""
        INSERT INTO old_links (library, digest, patron) VALUES (?, ?, ?)
        ON CONFLICT (library, digest) DO UPDATE SET patron = excluded.patron
        """, library, digested(serial), patron.number());
  }

  boolean waits(PatronId patron) throws SQLException {
    return !sql.all(
            "SELECT patron FROM old_links WHERE library = ? AND patron = ?",
            row -> row.text("patron"),
            library,
            patron.number())
        .isEmpty();
  }

  /** Whether this certificate was linked to another library card than this one. */
  boolean ofAnother(BigInteger serial, Optional<PatronId> patron) throws SQLException {
    return sql.one(
            "SELECT patron FROM old_links WHERE library = ? AND digest = ?",
            row -> new PatronId(row.text("patron")),
            library,
            digested(serial))
        .filter(other -> !Optional.of(other).equals(patron))
        .isPresent();
  }

  void forget(PatronId patron) throws SQLException {
    sql.update("DELETE FROM old_links WHERE library = ? AND patron = ?", library, patron.number());
  }

  private String digested(BigInteger serial) {
    return digest.of(PURPOSE, serial.toString());
  }
}

package org.kashidashi.central.store;

import java.math.BigInteger;
import java.sql.SQLException;
import java.util.Optional;
import org.kashidashi.sync.circulation.PatronId;

/**
 * Links of the withdrawn method that wait to be migrated, as keyed digests of certificate serials:
 * nothing but a migration at a counter asks for them. No kiosk does: its E-102 is the authority's
 * word.
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

  /** Whether the certificate was not linked to another library card. */
  boolean put(BigInteger serial, PatronId patron) throws SQLException {
    if (ofAnother(serial, Optional.of(patron))) {
      return false;
    }
    sql.update("""
        INSERT INTO old_links (library, digest, patron) VALUES (?, ?, ?) ON CONFLICT DO NOTHING
        """, library, digested(serial), patron.number());
    return true;
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

  /** Whether there was any. */
  boolean forget(PatronId patron) throws SQLException {
    return sql.update(
            "DELETE FROM old_links WHERE library = ? AND patron = ?", library, patron.number())
        > 0;
  }

  private String digested(BigInteger serial) {
    return digest.of(PURPOSE, serial.toString());
  }
}

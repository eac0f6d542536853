package org.kashidashi.central.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** Which kiosks there are. */
final class KioskTable {
  private final Sql sql;

  KioskTable(Sql sql) {
    this.sql = sql;
  }

  void invite(String kiosk) throws SQLException {
    sql.update(
        "INSERT INTO kiosks (kiosk, state) VALUES (?, ?) ON CONFLICT (kiosk) DO NOTHING",
        kiosk,
        KioskState.INVITED);
  }

  /** Whether there is such a kiosk. */
  boolean set(String kiosk, KioskState state) throws SQLException {
    return sql.update("UPDATE kiosks SET state = ? WHERE kiosk = ?", state, kiosk) > 0;
  }

  void seen(String kiosk, Instant at) throws SQLException {
    sql.update("UPDATE kiosks SET last_seen = ? WHERE kiosk = ?", at, kiosk);
  }

  void close(String kiosk) throws SQLException {
    sql.update("INSERT INTO closed_kiosks (kiosk) VALUES (?) ON CONFLICT DO NOTHING", kiosk);
  }

  void reopen(String kiosk) throws SQLException {
    sql.update("DELETE FROM closed_kiosks WHERE kiosk = ?", kiosk);
  }

  boolean closed(String kiosk) throws SQLException {
    return sql.one(
            "SELECT 1 AS found FROM closed_kiosks WHERE kiosk = ?",
            row -> row.number("found"),
            kiosk)
        .isPresent();
  }

  List<KioskRecord> all() throws SQLException {
    return sql.all(
        """
        SELECT kiosk, state, last_seen, (SELECT MAX(not_after) FROM certificates
          WHERE certificates.kiosk = kiosks.kiosk AND revoked_at IS NULL) AS valid_until
        FROM kiosks ORDER BY kiosk
        """,
        row -> new KioskRecord(
            row.text("kiosk"),
            row.oneOf("state", KioskState.class),
            row.optionalText("valid_until").map(Instant::parse),
            row.optionalText("last_seen").map(Instant::parse)));
  }
}

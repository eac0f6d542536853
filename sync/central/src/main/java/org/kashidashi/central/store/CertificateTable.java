package org.kashidashi.central.store;

import java.sql.SQLException;
import java.time.Instant;

/** Certificates of kiosks, for ever. */
final class CertificateTable {
  private final Sql sql;

  CertificateTable(Sql sql) {
    this.sql = sql;
  }

  void add(CertificateRecord certificate) throws SQLException {
    sql.update(
        "INSERT INTO certificates (serial, kiosk, not_after, issued_at) VALUES (?, ?, ?, ?)",
        certificate.serial(),
        certificate.kiosk(),
        certificate.notAfter(),
        certificate.issuedAt());
  }

  /** Not so for one that central does not know: a backup may be older than the certificate. */
  boolean good(String serial, String kiosk) throws SQLException {
    return sql.one("""
            SELECT certificates.serial FROM certificates JOIN kiosks USING (kiosk)
            WHERE serial = ? AND kiosk = ? AND revoked_at IS NULL AND state = ?
            """, row -> row.text("serial"), serial, kiosk, KioskState.ENROLLED)
        .isPresent();
  }

  void revokeAll(String kiosk, Instant at) throws SQLException {
    sql.update(
        "UPDATE certificates SET revoked_at = ? WHERE kiosk = ? AND revoked_at IS NULL", at, kiosk);
  }

  boolean any() throws SQLException {
    return !sql.all("SELECT serial FROM certificates LIMIT 1", row -> row.text("serial"))
        .isEmpty();
  }
}

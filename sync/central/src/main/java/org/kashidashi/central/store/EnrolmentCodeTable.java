package org.kashidashi.central.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** Open enrolment codes, as keyed digests. */
final class EnrolmentCodeTable {
  private static final int WRONG_TRIES_MAXIMUM = 5;
  private static final String PURPOSE = "enrolment";

  /**
   * A code that may be good.
   *
   * @param usedBy the key that used it, empty for none
   */
  private record Open(String digest, Instant expiresAt, long wrongTries, String usedBy) {}

  private final Sql sql;
  private final KeyedDigest digest;

  EnrolmentCodeTable(Sql sql, KeyedDigest digest) {
    this.sql = sql;
    this.digest = digest;
  }

  /** An earlier code of this kiosk is good no more. */
  void put(String kiosk, String secret, Instant expiresAt) throws SQLException {
    sql.update("""
        INSERT INTO enrolment_codes (kiosk, digest, expires_at, wrong_tries) VALUES (?, ?, ?, 0)
        ON CONFLICT (kiosk) DO UPDATE SET digest = excluded.digest,
          expires_at = excluded.expires_at, wrong_tries = 0, used_by = ''
        """, kiosk, digest(kiosk, secret), expiresAt);
  }

  /**
   * Uses a code up if it is good, else counts a wrong try: the caller keeps either.
   *
   * @param key who asks; the same one may ask again until the code is over
   */
  boolean redeem(String kiosk, String secret, String key, Instant now) throws SQLException {
    Optional<Open> open = sql.one(
        "SELECT digest, expires_at, wrong_tries, used_by FROM enrolment_codes WHERE kiosk = ?",
        row -> new Open(
            row.text("digest"),
            row.instant("expires_at"),
            row.number("wrong_tries"),
            row.text("used_by")),
        kiosk);
    if (open.isEmpty()
        || open.get().wrongTries() >= WRONG_TRIES_MAXIMUM
        || !now.isBefore(open.get().expiresAt())) {
      return false;
    }
    if (!MessageDigest.isEqual(bytes(open.get().digest()), bytes(digest(kiosk, secret)))) {
      sql.update("UPDATE enrolment_codes SET wrong_tries = wrong_tries + 1 WHERE kiosk = ?", kiosk);
      return false;
    }
    if (!open.get().usedBy().isEmpty()) {
      return open.get().usedBy().equals(key);
    }
    sql.update("UPDATE enrolment_codes SET used_by = ? WHERE kiosk = ?", key, kiosk);
    return true;
  }

  void remove(String kiosk) throws SQLException {
    sql.update("DELETE FROM enrolment_codes WHERE kiosk = ?", kiosk);
  }

  private String digest(String kiosk, String secret) {
    return digest.of(PURPOSE, kiosk + "\n" + secret);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}

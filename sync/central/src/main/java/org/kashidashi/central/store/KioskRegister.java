package org.kashidashi.central.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Which kiosks central trusts, and by what. Any thread may call it, as the store it is part of. */
public final class KioskRegister {
  private static final String AUTHORITY = "authority";

  private final StoreThread thread;
  private final Database database;
  private final Sql sql;
  private final KioskTable kiosks;
  private final CertificateTable certificates;
  private final EnrolmentCodeTable codes;

  KioskRegister(StoreThread thread, Database database, KeyedDigest digest) {
    this.thread = thread;
    this.database = database;
    this.sql = new Sql(database.connection());
    this.kiosks = new KioskTable(sql);
    this.certificates = new CertificateTable(sql);
    this.codes = new EnrolmentCodeTable(sql, digest);
  }

  /** Lets a kiosk come once with this secret; an earlier secret of it is good no more. */
  public void invite(String kiosk, String secret, Instant expiresAt) throws StoreException {
    inTransaction(() -> {
      kiosks.invite(kiosk);
      codes.put(kiosk, secret, expiresAt);
      return true;
    });
  }

  /**
   * Whether the secret was good; then it is used up, and earlier certificates are revoked.
   *
   * @param key a digest of the kiosk's public key, for which alone the secret stays good
   */
  public boolean enrol(String secret, String key, CertificateRecord certificate)
      throws StoreException {
    return inTransaction(() -> {
      String kiosk = certificate.kiosk();
      if (!codes.redeem(kiosk, secret, key, certificate.issuedAt())) {
        return false;
      }
      certificates.revokeAll(kiosk, certificate.issuedAt());
      certificates.add(certificate);
      return kiosks.set(kiosk, KioskState.ENROLLED);
    });
  }

  /** Whether the old certificate was still good for its kiosk; it stays so. */
  public boolean renew(String oldSerial, CertificateRecord certificate) throws StoreException {
    return inTransaction(() -> {
      if (!certificates.good(oldSerial, certificate.kiosk())) {
        return false;
      }
      certificates.add(certificate);
      return true;
    });
  }

  /** Whether central gave this certificate to this kiosk and has not revoked it. */
  public boolean good(String serial, String kiosk) throws StoreException {
    return thread.call(() -> certificates.good(serial, kiosk));
  }

  /** Whether there is such a kiosk; then nothing that it has is good any more. */
  public boolean revoke(String kiosk, Instant at) throws StoreException {
    return inTransaction(() -> {
      if (!kiosks.set(kiosk, KioskState.REVOKED)) {
        return false;
      }
      certificates.revokeAll(kiosk, at);
      codes.remove(kiosk);
      return true;
    });
  }

  /**
   * Closes a kiosk to patrons, or opens it again, whether or not it is enrolled.
   *
   * @param closed whether nobody new is to begin there
   */
  public void close(String kiosk, boolean closed) throws StoreException {
    inTransaction(() -> {
      if (closed) {
        kiosks.close(kiosk);
      } else {
        kiosks.reopen(kiosk);
      }
      return true;
    });
  }

  public boolean closed(String kiosk) throws StoreException {
    return thread.call(() -> kiosks.closed(kiosk));
  }

  public void seen(String kiosk, Instant at) throws StoreException {
    inTransaction(() -> {
      kiosks.seen(kiosk, at);
      return true;
    });
  }

  public List<KioskRecord> all() throws StoreException {
    return thread.call(kiosks::all);
  }

  /** Whether any kiosk trusts the authority of this database. */
  public boolean trusted() throws StoreException {
    return thread.call(certificates::any);
  }

  /**
   * Ties the database to a certificate authority, unless kiosks trust another one already.
   *
   * @param fingerprint of its public key
   * @return whether it is tied to this one
   */
  public boolean bindAuthority(String fingerprint) throws StoreException {
    return inTransaction(() -> {
      Optional<String> bound =
          sql.one("SELECT value FROM settings WHERE name = ?", row -> row.text("value"), AUTHORITY);
      if (bound.isPresent() && certificates.any()) {
        return bound.get().equals(fingerprint);
      }
      sql.update(
          "INSERT OR REPLACE INTO settings (name, value) VALUES (?, ?)", AUTHORITY, fingerprint);
      return true;
    });
  }

  private <T> T inTransaction(Callable<T> work) throws StoreException {
    return thread.call(() -> database.inTransaction(work, _ -> true));
  }
}

package org.kashidashi.central.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsExchange;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.kashidashi.central.identity.KioskCertificate;
import org.kashidashi.central.identity.KioskIdentities;
import org.kashidashi.central.store.StoreException;

/** Believes a certificate, and the register of kiosks as it is at this moment. */
final class CertificateGate implements Gate {
  private static final String RENEW_HEADER = "Kashidashi-Renew";

  private final KioskIdentities identities;
  private final LastSeen lastSeen;
  private final Clock clock;

  CertificateGate(KioskIdentities identities, LastSeen lastSeen, Clock clock) {
    this.identities = identities;
    this.lastSeen = lastSeen;
    this.clock = clock;
  }

  @Override
  public Caller admit(HttpExchange exchange, String kiosk, Access access)
      throws RefusedException, StoreException {
    if (access == Access.STRANGER) {
      return Caller.of(exchange, kiosk, Optional.empty());
    }
    KioskCertificate certificate = shown(exchange)
        .orElseThrow(() -> new RefusedException(
            Refusal.CERTIFICATE_NEEDED, "show the kiosk's certificate, or enrol for one"));
    if (!certificate.kiosk().equals(kiosk)) {
      throw new RefusedException(
          Refusal.KIOSK_MISMATCH, "the certificate is that of another kiosk than the header's");
    }
    if (!identities.good(certificate)) {
      throw new RefusedException(
          Refusal.KIOSK_REVOKED, "the certificate is good no more; enrol the kiosk again");
    }
    Instant now = clock.instant();
    boolean inTime =
        access == Access.RETURNING ? certificate.renewableAt(now) : certificate.validAt(now);
    if (!inTime) {
      throw new RefusedException(Refusal.CERTIFICATE_EXPIRED, expired(access));
    }
    if (certificate.dueForRenewalAt(now)) {
      exchange.getResponseHeaders().set(RENEW_HEADER, "yes");
    }
    lastSeen.note(kiosk, now);
    return Caller.of(exchange, kiosk, Optional.of(certificate));
  }

  /** No more than a hint, so the register is not asked; a renewal is judged as always. */
  @Override
  public void remind(HttpExchange exchange) {
    if (shown(exchange).filter(one -> one.dueForRenewalAt(clock.instant())).isPresent()) {
      exchange.getResponseHeaders().set(RENEW_HEADER, "yes");
    }
  }

  private static String expired(Access access) {
    return access == Access.RETURNING
        ? "the certificate ended too long ago to be renewed; enrol the kiosk again"
        : "the certificate is over; renew it";
  }

  private static Optional<KioskCertificate> shown(HttpExchange exchange) {
    if (!(exchange instanceof HttpsExchange secured)) {
      throw new IllegalStateException("kiosks authenticate over TLS alone");
    }
    try {
      return KioskIdentities.shown(secured.getSSLSession().getPeerCertificates());
    } catch (SSLPeerUnverifiedException _) {
      // How the platform says that the client has shown nothing.
      return Optional.empty();
    }
  }
}

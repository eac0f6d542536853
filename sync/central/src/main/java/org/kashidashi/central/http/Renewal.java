package org.kashidashi.central.http;

import com.google.gson.JsonElement;
import java.time.Clock;
import java.time.Duration;
import org.kashidashi.central.identity.Issued;
import org.kashidashi.central.identity.KioskCertificate;
import org.kashidashi.central.identity.KioskIdentities;
import org.kashidashi.central.identity.RequestRefusedException;
import org.kashidashi.central.store.StoreException;

/** A further certificate, for a kiosk that has one. */
final class Renewal implements Route.Request {
  /** All kiosks of a large system may come back at once after an outage. */
  private static final int BURST = 300;

  private static final Duration INTERVAL = Duration.ofMillis(200);

  private final KioskIdentities identities;
  private final RateLimit limit;

  Renewal(KioskIdentities identities, Clock clock) {
    this.identities = identities;
    this.limit = new RateLimit(BURST, INTERVAL, clock);
  }

  @Override
  public Answer answer(Caller caller, JsonElement body) throws RefusedException, StoreException {
    Members members = Members.of(body, "");
    byte[] request = CertificateJson.request(members);
    members.end();
    if (!limit.admit()) {
      throw new RefusedException(Refusal.BUSY, "too many renewals at a time, try again");
    }
    KioskCertificate old = caller.certificate().orElseThrow();
    try {
      Issued issued = identities
          .renew(old, request)
          .orElseThrow(() -> new RefusedException(
              Refusal.KIOSK_REVOKED, "the certificate is good no more; enrol the kiosk again"));
      return CertificateJson.answer(issued);
    } catch (RequestRefusedException e) {
      throw new RefusedException(Refusal.MALFORMED, String.valueOf(e.getMessage()), e);
    }
  }
}

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
  /** A kiosk tries once a minute at most. Not by networks: a branch may have one for all kiosks. */
  private static final CallerLimits.Rate OF_A_KIOSK =
      new CallerLimits.Rate(10, Duration.ofSeconds(20));

  /** All kiosks of a large system may come back at once after an outage. */
  private static final CallerLimits.Rate OF_ALL =
      new CallerLimits.Rate(300, Duration.ofMillis(200));

  private final KioskIdentities identities;
  private final CallerLimits limits;

  Renewal(KioskIdentities identities, Clock clock) {
    this.identities = identities;
    this.limits = new CallerLimits(OF_A_KIOSK, OF_ALL, clock);
  }

  @Override
  public Answer answer(Caller caller, JsonElement body) throws RefusedException, StoreException {
    Members members = Members.of(body, "");
    byte[] request = CertificateJson.request(members);
    members.end();
    if (!limits.admit(caller.kiosk())) {
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

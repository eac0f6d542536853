package org.kashidashi.central.http;

import com.google.gson.JsonElement;
import java.time.Clock;
import java.time.Duration;
import org.kashidashi.central.identity.Issued;
import org.kashidashi.central.identity.KioskIdentities;
import org.kashidashi.central.identity.RequestRefusedException;
import org.kashidashi.central.store.StoreException;

/** A kiosk's first certificate, for a code. */
final class Enrolment implements Route.Request {
  /** Kiosks come one by one, with somebody standing before each. */
  private static final CallerLimits.Rate OF_A_NETWORK =
      new CallerLimits.Rate(30, Duration.ofSeconds(2));

  /** What central's machine bears beside its work. */
  private static final CallerLimits.Rate OF_ALL =
      new CallerLimits.Rate(300, Duration.ofMillis(200));

  private final KioskIdentities identities;
  private final CallerLimits limits;

  Enrolment(KioskIdentities identities, Clock clock) {
    this.identities = identities;
    this.limits = new CallerLimits(OF_A_NETWORK, OF_ALL, clock);
  }

  @Override
  public Answer answer(Caller caller, JsonElement body) throws RefusedException, StoreException {
    Members members = Members.of(body, "");
    String code = members.text("code");
    byte[] request = CertificateJson.request(members);
    members.end();
    if (!limits.admit(caller.network())) {
      throw new RefusedException(Refusal.BUSY, "too many enrolments at a time, try again");
    }
    try {
      Issued issued = identities
          .enrol(caller.kiosk(), code, request)
          // One answer for every reason: a stranger learns nothing from it.
          .orElseThrow(() -> new RefusedException(
              Refusal.ENROLMENT_REFUSED, "ask the library for a new enrolment code"));
      return CertificateJson.answer(issued);
    } catch (RequestRefusedException e) {
      throw new RefusedException(Refusal.MALFORMED, String.valueOf(e.getMessage()), e);
    }
  }
}

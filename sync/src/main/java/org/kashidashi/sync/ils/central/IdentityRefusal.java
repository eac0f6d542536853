package org.kashidashi.sync.ils.central;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/** Why central does not listen to this kiosk. None of them says anything about a loan. */
enum IdentityRefusal {
  CERTIFICATE_NEEDED(
      "certificate_needed",
      Duration.ofMinutes(5),
      "central does not know this kiosk's certificate; enrol the kiosk again"),
  CERTIFICATE_EXPIRED(
      "certificate_expired",
      Duration.ofMinutes(1),
      "this kiosk's certificate has expired; it is being renewed"),
  KIOSK_REVOKED(
      "kiosk_revoked",
      Duration.ofHours(1),
      "central has revoked this kiosk; if it is to lend again, enrol it again"),
  KIOSK_MISMATCH(
      "kiosk_mismatch",
      Duration.ofMinutes(5),
      "this kiosk's certificate is another kiosk's; see kiosk.id, or enrol the kiosk again"),
  ENROLMENT_REFUSED(
      "enrolment_refused", Duration.ofMinutes(1), "central does not take the enrolment code");

  private final String code;
  private final Duration rest;
  private final String remedy;

  IdentityRefusal(String code, Duration rest, String remedy) {
    this.code = code;
    this.rest = rest;
    this.remedy = remedy;
  }

  static Optional<IdentityRefusal> of(String code) {
    return Arrays.stream(values()).filter(refusal -> refusal.code.equals(code)).findFirst();
  }

  /** How long central is left alone, unless the kiosk gets another identity. */
  Duration rest() {
    return rest;
  }

  String code() {
    return code;
  }

  /** What happened, then what to do. */
  String remedy() {
    return remedy;
  }
}

package org.kashidashi.central.http;

/** The error codes of the interface. */
enum Refusal {
  /** Not the text, the JSON or the members that are asked for. */
  MALFORMED(400),
  /** The ticket of staff is over, was never one, or is not there. */
  NOT_SIGNED_IN(401),
  /** The role of this member of staff does not allow it. */
  NOT_ALLOWED(403),
  /** Nothing shown, on a connection where kiosks authenticate. */
  CERTIFICATE_NEEDED(403, "certificate_needed"),
  CERTIFICATE_EXPIRED(403, "certificate_expired"),
  KIOSK_REVOKED(403, "kiosk_revoked"),
  /** The certificate is that of another kiosk. */
  KIOSK_MISMATCH(403, "kiosk_mismatch"),
  /** One answer for a code that is wrong, used, over, or nobody's. */
  ENROLMENT_REFUSED(403, "enrolment_refused"),
  NO_SUCH_ROUTE(404),
  METHOD_NOT_ALLOWED(405),
  BODY_TOO_LARGE(413),
  NOT_JSON(415),
  /** Well-formed, but a value cannot be. */
  MEANINGLESS(422),
  /** A mistake of ours, or a damaged database. */
  INTERNAL(500),
  /** Ask again soon, with the same idempotency keys. */
  BUSY(503);

  private final int status;

  private final String code;

  Refusal(int status) {
    this.status = status;
    this.code = name();
  }

  Refusal(int status, String code) {
    this.status = status;
    this.code = code;
  }

  /** As it is sent. */
  String code() {
    return code;
  }

  int status() {
    return status;
  }
}

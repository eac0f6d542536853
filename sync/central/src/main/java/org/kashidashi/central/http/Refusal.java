package org.kashidashi.central.http;

/** The error codes of the interface. */
enum Refusal {
  /** Not the text, the JSON or the members that are asked for. */
  MALFORMED(400),
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

  Refusal(int status) {
    this.status = status;
  }

  int status() {
    return status;
  }
}

package org.kashidashi.central.http;

/** What a kiosk must show to be answered by a route, where kiosks authenticate at all. */
enum Access {
  /** Nothing: it comes for its first certificate. */
  STRANGER,
  /** A certificate, which may have ended a while ago. */
  RETURNING,
  /** A certificate that is good now. */
  KIOSK
}

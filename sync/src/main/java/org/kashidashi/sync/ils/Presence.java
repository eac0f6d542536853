package org.kashidashi.sync.ils;

/** How the library system stands towards this kiosk. */
public enum Presence {
  /** It does not answer. */
  AWAY,
  THERE,
  /** It answers, and the library has closed this kiosk to patrons. */
  CLOSED
}

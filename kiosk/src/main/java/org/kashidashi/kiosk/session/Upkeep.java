package org.kashidashi.kiosk.session;

/** What a technician has made of the machine, whatever the library says. */
public enum Upkeep {
  /** It serves patrons. */
  NONE,
  CLOSED,
  /** Closed, and its devices are the technician's. */
  MAINTENANCE
}

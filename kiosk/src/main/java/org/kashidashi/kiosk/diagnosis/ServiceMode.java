package org.kashidashi.kiosk.diagnosis;

/** Whether a machine serves patrons. */
public enum ServiceMode {
  OPEN,
  /** Closed to patrons; all else goes on. A visit under way is finished first. */
  CLOSED,
  /** Closed to patrons, and its devices are a technician's. */
  MAINTENANCE
}

package org.kashidashi.central.circulation;

/** How far a kiosk's wall time can be trusted, as the kiosk says. */
public enum ClockTrust {
  SYNCED,
  /** Kept by a battery clock since it was last set. */
  RTC,
  /** Counted on since the network time was lost. */
  HOLDOVER,
  UNKNOWN
}

package org.kashidashi.sync.circulation;

/** How far the kiosk's wall clock can be trusted. Small boards have no battery clock. */
public enum ClockState {
  /** Set by a time server since the start. */
  SYNCED,
  /** Set from a battery clock. */
  RTC,
  /** Was set, has run alone since, and not for too long. */
  HOLDOVER,
  /** No date may rest on it. */
  UNKNOWN;

  public boolean trusted() {
    return this != UNKNOWN;
  }
}

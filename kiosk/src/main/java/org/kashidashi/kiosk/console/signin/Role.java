package org.kashidashi.kiosk.console.signin;

/** What a technician may do, from the least to the most; each may do what those before it may. */
public enum Role {
  /** Look. */
  VIEW,
  /** Try the devices, close the machine for that. */
  TEST,
  /** Change the configuration. */
  CONFIG,
  /** Restart the machine, or make it forget everything. */
  ADMIN;

  public boolean allows(Role needed) {
    return compareTo(needed) >= 0;
  }
}

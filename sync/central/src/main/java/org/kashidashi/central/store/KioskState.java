package org.kashidashi.central.store;

/** How far central trusts a kiosk. */
public enum KioskState {
  /** There is a code for it, and it has not come yet. */
  INVITED,
  ENROLLED,
  REVOKED
}

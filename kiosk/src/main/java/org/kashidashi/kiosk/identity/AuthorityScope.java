package org.kashidashi.kiosk.identity;

/** Whose certificates a kiosk may believe. */
public enum AuthorityScope {
  /** The public certification authority alone. */
  PRODUCTION,
  /** Also the authorities of test cards (O=JPKI-TEST), which anybody can obtain. */
  TEST
}

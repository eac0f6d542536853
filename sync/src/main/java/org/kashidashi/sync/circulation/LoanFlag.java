package org.kashidashi.sync.circulation;

/** What the library system must know about how a loan was decided. */
public enum LoanFlag {
  /** Decided from the kiosk's cache, without the library system. */
  OFFLINE,
  /** The item was not known at the kiosk. */
  UNKNOWN_ITEM,
  /** The kiosk's clock could not be trusted. */
  UNTRUSTED_CLOCK
}

package org.kashidashi.sync.circulation;

/** How a library treats an item, as far as a kiosk must know. */
public enum ItemClass {
  STANDARD,
  /** To be read in the library only (禁帯出). */
  REFERENCE,
  /** Recordings, kits, books with parts that staff check. */
  AUDIOVISUAL,
  /** Lent at the counter only, by age or class. */
  RESTRICTED,
  /** Belongs to another library. */
  OTHER_LIBRARY,
  /** Not known at this kiosk: lent while offline, and flagged. */
  UNKNOWN
}

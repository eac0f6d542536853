package org.kashidashi.sync.circulation;

/** How a library card's validity is prolonged, which decides the advice before it ends. */
public enum Renewal {
  /** At the counter. */
  AT_COUNTER,
  /** Once a month by the library system. */
  AUTOMATIC,
  /** Once a month by the library system, but the last attempt failed. */
  AUTOMATIC_FAILED,
  /** At the counter, with proof of work or school in the area. */
  WITH_PROOF
}

package org.kashidashi.central.circulation;

/** Where a patron stands towards the area that the library serves. */
public enum Residence {
  RESIDENT,
  /** Lives elsewhere, works or studies in the area. */
  COMMUTER,
  ELSEWHERE
}

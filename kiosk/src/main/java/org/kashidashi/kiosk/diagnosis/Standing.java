package org.kashidashi.kiosk.diagnosis;

/** How a part of the machine is, from the best to the worst. */
public enum Standing {
  GOOD,
  /** The configuration has none. */
  ABSENT,
  /** Nobody has tried it yet. */
  UNKNOWN,
  /** It works, and somebody should look at it. */
  DOUBTFUL,
  BAD
}

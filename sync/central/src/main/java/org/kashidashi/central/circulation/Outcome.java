package org.kashidashi.central.circulation;

/** What became of an operation. */
public enum Outcome {
  ACCEPTED,
  ACCEPTED_WITH_EXCEPTION,
  QUARANTINED,
  REJECTED
}

package org.kashidashi.sync.circulation;

/** Where an item stands for the patron who asks. Never says who the others are. */
public enum CirculationStatus {
  AVAILABLE,
  ON_LOAN_TO_PATRON,
  ON_LOAN_TO_ANOTHER,
  ON_HOLD_FOR_PATRON,
  ON_HOLD_FOR_ANOTHER
}

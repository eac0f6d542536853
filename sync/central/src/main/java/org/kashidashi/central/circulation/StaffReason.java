package org.kashidashi.central.circulation;

/** Why staff must look at an operation. The gravest comes first, and is the one answered. */
public enum StaffReason {
  SCHEMA_UNKNOWN,
  KEY_REUSED,
  UNKNOWN_PATRON,
  UNKNOWN_ITEM,
  ITEM_ON_LOAN_TO_ANOTHER,
  ALREADY_ON_LOAN,
  ITEM_ON_HOLD,
  ITEM_NOT_FOR_LOAN,
  PATRON_EXPIRED,
  PATRON_BLOCKED,
  OVER_LIMIT,
  CLOCK_UNTRUSTED
}

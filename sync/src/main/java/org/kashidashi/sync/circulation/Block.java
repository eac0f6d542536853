package org.kashidashi.sync.circulation;

/** Why a patron may not borrow, other than by date or number. */
public enum Block {
  /** Items are overdue. */
  OVERDUE,
  /** The library lends to residents only. */
  RESIDENTS_ONLY,
  /** Proof of work or school in the area is due. */
  PROOF_NEEDED,
  /** Anything a bystander should not read. */
  OTHER
}

package org.kashidashi.sync.registry.counter;

/** What a member of staff may do; an account has one or more. */
public enum StaffRole {
  /** Lend, take back, look at a patron's standing. */
  CIRCULATION,
  /** Register, renew, link, unlink, migrate; see personal records. */
  REGISTRATION,
  /** Settle cases, erase records. */
  SUPERVISION
}

package org.kashidashi.central.staff;

import java.util.Set;
import org.kashidashi.sync.registry.counter.StaffRole;

/** What a member of staff does; it is written down with their name. */
public enum StaffAction {
  SIGN_IN,
  SIGN_OUT,
  LOOK_AT_PATRON,
  LOOK_AT_PERSON,
  ERASE_PERSON,
  CHALLENGE,
  LINK,
  UNLINK,
  REGISTER,
  RENEW,
  LOOK_AT_CASES,
  SETTLE_CASE,
  CHECK_IN,
  ADD_ACCOUNT,
  REMOVE_ACCOUNT,
  SET_PASSWORD,
  PRUNE_AUDIT;

  /** Whether these roles are enough. */
  public boolean allowedFor(Set<StaffRole> held) {
    return switch (this) {
      case SIGN_IN, SIGN_OUT, LOOK_AT_PATRON, LOOK_AT_CASES -> !held.isEmpty();
      case LOOK_AT_PERSON, CHALLENGE, LINK, UNLINK, REGISTER, RENEW ->
        held.contains(StaffRole.REGISTRATION);
      case ERASE_PERSON, SETTLE_CASE -> held.contains(StaffRole.SUPERVISION);
      // The operator's, on the machine itself.
      case ADD_ACCOUNT, REMOVE_ACCOUNT, SET_PASSWORD, PRUNE_AUDIT -> false;
      case CHECK_IN -> held.contains(StaffRole.CIRCULATION);
    };
  }
}

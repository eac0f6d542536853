package org.kashidashi.sync.registry.counter;

import java.util.Set;

/**
 * That a member of staff has signed in.
 *
 * @param secret what later calls show; 1 to 128 ASCII characters
 */
public record StaffTicket(StaffName name, Set<StaffRole> roles, String secret) {
  public StaffTicket {
    roles = Set.copyOf(roles);
  }

  /** Not the secret. */
  @Override
  public String toString() {
    return "ticket of " + name.name();
  }
}

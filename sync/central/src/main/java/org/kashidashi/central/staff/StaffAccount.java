package org.kashidashi.central.staff;

import java.util.Set;
import org.kashidashi.sync.registry.counter.StaffName;
import org.kashidashi.sync.registry.counter.StaffRole;

/** An account of one member of staff. */
public record StaffAccount(StaffName name, Set<StaffRole> roles) {
  public StaffAccount {
    roles = Set.copyOf(roles);
    if (roles.isEmpty()) {
      throw new IllegalArgumentException("account '%s' without a role: give it one of %s"
          .formatted(name.name(), Set.of(StaffRole.values())));
    }
  }
}

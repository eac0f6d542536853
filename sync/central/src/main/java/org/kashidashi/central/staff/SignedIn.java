package org.kashidashi.central.staff;

import java.util.Set;
import org.kashidashi.sync.registry.counter.StaffName;
import org.kashidashi.sync.registry.counter.StaffRole;

/**
 * A member of staff whose ticket is good.
 *
 * @param station the kiosk or counter at which they signed in
 * @param ticket the digest of the ticket's secret
 */
public record SignedIn(StaffName name, Set<StaffRole> roles, String station, String ticket) {
  public SignedIn {
    roles = Set.copyOf(roles);
  }
}

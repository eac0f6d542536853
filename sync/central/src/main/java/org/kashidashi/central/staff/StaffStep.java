package org.kashidashi.central.staff;

import java.time.Instant;
import java.util.Optional;
import org.kashidashi.sync.circulation.PatronId;
import org.kashidashi.sync.registry.counter.StaffName;

/**
 * One thing that a member of staff asks for, as it is written down.
 *
 * @param station the kiosk or counter where they stand, or central itself for the operator
 * @param patron whom it is about, if that is known before
 */
public record StaffStep(
    StaffName staff, String station, StaffAction action, Optional<PatronId> patron, Instant at) {

  /** Where no counter stands: the blank is in no counter's id. */
  public static final String AT_CENTRAL = "central itself";

  public static StaffStep of(SignedIn who, StaffAction action, Instant at) {
    return new StaffStep(who.name(), who.station(), action, Optional.empty(), at);
  }

  public StaffStep about(PatronId one) {
    return new StaffStep(staff, station, action, Optional.of(one), at);
  }
}

package org.kashidashi.central.staff;

import java.time.Instant;
import java.util.Optional;
import org.kashidashi.sync.circulation.PatronId;
import org.kashidashi.sync.registry.counter.StaffName;

/**
 * One thing that a member of staff asks for, as it is written down.
 *
 * @param staff empty for the operator
 * @param station the kiosk or counter where they stand, or central itself for the operator
 * @param patron whom it is about, if that is known before
 */
public record StaffStep(
    Optional<StaffName> staff,
    String station,
    StaffAction action,
    Optional<PatronId> patron,
    Instant at) {

  /** Where no counter stands: the blank is in no counter's id. */
  public static final String AT_CENTRAL = "central itself";

  public static StaffStep of(SignedIn who, StaffAction action, Instant at) {
    return of(who.name(), who.station(), action, at);
  }

  /** Of somebody who is not signed in. */
  public static StaffStep of(StaffName name, String station, StaffAction action, Instant at) {
    return new StaffStep(Optional.of(name), station, action, Optional.empty(), at);
  }

  /** Of whoever works on central's own machine. */
  public static StaffStep ofOperator(StaffAction action, Instant at) {
    return new StaffStep(Optional.empty(), AT_CENTRAL, action, Optional.empty(), at);
  }

  public StaffStep about(PatronId one) {
    return new StaffStep(staff, station, action, Optional.of(one), at);
  }

  /** The same, as late as this. */
  public StaffStep at(Instant later) {
    return new StaffStep(staff, station, action, patron, later);
  }

  /** As whom it is written down. No account has the operator's name. */
  public String writtenAs() {
    return staff.map(StaffName::name).orElse(StaffName.OPERATOR);
  }
}

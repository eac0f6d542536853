package org.kashidashi.kiosk.diagnosis;

import java.time.Duration;
import java.util.Optional;

/**
 * One entry of the outbox, without what it is about.
 *
 * @param sequence orders it on this machine
 * @param age since it was made, by the machine's clock; never negative
 * @param reason the code for which the library system did not take it
 */
public record Waiting(long sequence, Duration age, State state, Optional<String> reason) {
  /** Where it stands. */
  public enum State {
    /** To be sent, or sent and not answered. */
    PENDING,
    /** The library system does not take it. */
    PARKED
  }
}

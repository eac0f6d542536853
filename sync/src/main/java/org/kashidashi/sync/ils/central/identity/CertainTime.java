package org.kashidashi.sync.ils.central.identity;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.kashidashi.sync.circulation.ClockState;

/**
 * The time, where it is certain enough to judge a certificate by it: set by a time server.
 *
 * <p>A board without a battery wakes up in 1970, one with a bad battery years ahead. Neither may
 * lock a kiosk out for good.
 */
public record CertainTime(Clock clock, Supplier<ClockState> state) {
  public Optional<Instant> now() {
    return state.get() == ClockState.SYNCED ? Optional.of(clock.instant()) : Optional.empty();
  }
}

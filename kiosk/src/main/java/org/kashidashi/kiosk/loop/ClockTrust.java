package org.kashidashi.kiosk.loop;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.kashidashi.hal.time.TimeSource;
import org.kashidashi.sync.circulation.ClockState;

/** Judges how far the wall clock can be trusted now. Any thread. */
public final class ClockTrust implements Supplier<ClockState> {
  /** A clock that runs alone for longer may be a date off. */
  private static final Duration HOLDOVER_LIMIT = Duration.ofHours(24);

  private final TimeSource source;
  private final boolean battery;
  private final LongSupplier nanoTime;
  private volatile OptionalLong lastSynchronised = OptionalLong.empty();

  /**
   * @param battery whether the operator says that the board keeps the time while the power is off
   * @param nanoTime a clock that nobody can set, in nanoseconds
   */
  public ClockTrust(TimeSource source, boolean battery, LongSupplier nanoTime) {
    this.source = source;
    this.battery = battery;
    this.nanoTime = nanoTime;
  }

  @Override
  public ClockState get() {
    long now = nanoTime.getAsLong();
    if (source.synchronised()) {
      lastSynchronised = OptionalLong.of(now);
      return ClockState.SYNCED;
    }
    OptionalLong last = lastSynchronised;
    if (last.isPresent() && now - last.getAsLong() <= HOLDOVER_LIMIT.toNanos()) {
      return ClockState.HOLDOVER;
    }
    return battery && source.batteryBacked() ? ClockState.RTC : ClockState.UNKNOWN;
  }
}

package org.kashidashi.hal.sim;

import org.kashidashi.hal.time.TimeSource;

/** A wall clock whose trustworthiness a script decides. Any thread. */
public final class SimTimeSource implements TimeSource {
  private final boolean batteryBacked;
  private volatile boolean synchronised;

  public SimTimeSource(boolean synchronised, boolean batteryBacked) {
    this.synchronised = synchronised;
    this.batteryBacked = batteryBacked;
  }

  /** A clock that can be trusted. */
  public static SimTimeSource trusted() {
    return new SimTimeSource(true, true);
  }

  /** The time service comes, or is lost. */
  public void synchronise(boolean next) {
    synchronised = next;
  }

  @Override
  public boolean synchronised() {
    return synchronised;
  }

  @Override
  public boolean batteryBacked() {
    return batteryBacked;
  }
}

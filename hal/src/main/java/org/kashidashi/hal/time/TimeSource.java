package org.kashidashi.hal.time;

/** What the operating system knows about its wall clock. Any thread; returns at once. */
public interface TimeSource {
  /** Whether a time service has set the clock since boot and still holds it. */
  boolean synchronised();

  /** Whether the board has a clock that runs on a battery while the power is off. */
  boolean batteryBacked();
}

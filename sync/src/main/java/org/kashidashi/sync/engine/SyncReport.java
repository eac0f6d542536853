package org.kashidashi.sync.engine;

import java.time.Duration;

/** What one run of the engine did, and when to run it next. */
public sealed interface SyncReport {
  /** How long to wait before the next run. */
  Duration next();

  /** Nothing was to be sent. A new loan may wake the engine before the time. */
  record Idle(Duration next) implements SyncReport {}

  /**
   * Operations were sent and answered. More may wait, so the next run follows at once.
   *
   * @param confirmed with or without exception
   * @param quarantined kept by the library system for its staff
   * @param parked not taken; they need a person
   */
  record Delivered(int confirmed, int quarantined, int parked, Duration next)
      implements SyncReport {}

  /**
   * The library system did not answer. The wait is to be kept: a new loan does not wake the engine,
   * only the network's return does.
   *
   * @param failures in a row
   * @param reason without personal values
   */
  record NotAnswered(int failures, String reason, Duration next) implements SyncReport {}
}

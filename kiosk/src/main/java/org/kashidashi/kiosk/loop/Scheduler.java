package org.kashidashi.kiosk.loop;

import java.time.Duration;

/** Waiting, so that a test can let a day pass in a millisecond. */
public interface Scheduler {
  /** Runs the task once, on a thread of the scheduler, which must not be held up. */
  void after(Duration delay, Runnable task);
}

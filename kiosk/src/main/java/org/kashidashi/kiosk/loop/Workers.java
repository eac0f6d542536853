package org.kashidashi.kiosk.loop;

import java.util.concurrent.Executor;

/**
 * The threads that effects run on, each of them one thread that works in order.
 *
 * @param lending decides and stores loans, and asks who a patron is
 * @param printing the printer's thread
 * @param signalling the tones' and lamps' thread
 * @param auditing writes the audit trail
 */
public record Workers(Executor lending, Executor printing, Executor signalling, Executor auditing) {
  /** Everything at once, on the caller's thread: for a kiosk that runs on one thread. */
  public static Workers onCaller() {
    return new Workers(Runnable::run, Runnable::run, Runnable::run, Runnable::run);
  }
}

package org.kashidashi.hal.supervisor;

import java.time.Duration;
import java.util.Optional;

/**
 * The service manager that started this program. Any thread; calls return at once. A message that
 * cannot be delivered is not an error: a manager that hears nothing acts by itself.
 */
public interface Supervisor {
  /**
   * How long the manager waits for {@link #alive} before it takes the program for dead; empty if it
   * does not watch.
   */
  Optional<Duration> patience();

  /** The program serves. To be told once, when the first screen is shown. */
  void ready();

  /** The program works. To be told at least twice within {@link #patience}. */
  void alive();

  /** What the program does now, on one line, for a technician; nothing personal. */
  void status(String text);

  /** The program ends, because it was told to or because it must. */
  void stopping();
}

package org.kashidashi.kiosk.console.signin;

import java.time.Duration;

/** Time that nobody can set: since the machine was switched on. Any thread. */
public interface BootClock {
  /** Which start of the machine this is; 1 to 64 of a-z, 0-9 and hyphen. */
  String boot();

  /** Runs on while the machine sleeps, as CLOCK_BOOTTIME does. */
  Duration sinceBoot();

  /** Lets so much time go by, or less if somebody wants an end. */
  void pass(Duration time);
}

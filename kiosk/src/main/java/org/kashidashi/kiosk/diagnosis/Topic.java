package org.kashidashi.kiosk.diagnosis;

/** What a technician can be shown. */
public enum Topic {
  /** Mode, how long it runs, what the screen says, what waits. */
  STATUS,
  /** Of the program, its runtime, the system, the database's schema. */
  VERSION,
  /** Each device: what it is, where it is plugged in, since when it is there or gone. */
  DEVICES,
  /** The outbox in numbers. */
  QUEUE,
  /** Loans, sessions, refusals: in all, and since the start. */
  COUNTERS,
  /** Faults and refusals by code, with how often and when last. */
  ERRORS,
  CLOCK,
  NETWORK,
  /** Temperature, voltage, throttling. */
  SENSORS,
  DISK,
  MEMORY
}

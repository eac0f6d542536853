package org.kashidashi.hal.signal;

/** The lamps of the kiosk. Exactly one is lit. */
public enum Lamp {
  READY,
  READING,
  ATTENTION,
  OFF
}

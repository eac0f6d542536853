package org.kashidashi.hal.sim;

/** A way in which some cards behave unlike the rest. */
enum CardQuirk {
  FIRST_COMMAND_FAILS,
  NO_SHORT_IDENTIFIERS
}

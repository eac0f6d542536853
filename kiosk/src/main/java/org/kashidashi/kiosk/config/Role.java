package org.kashidashi.kiosk.config;

/** Who works a machine. */
public enum Role {
  /** Patrons, at a panel. */
  SELF_CHECKOUT,
  /** Staff, at a terminal, with a patron before them. */
  COUNTER
}

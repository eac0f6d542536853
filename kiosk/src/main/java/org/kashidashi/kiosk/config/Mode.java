package org.kashidashi.kiosk.config;

/** What a kiosk is for. */
public enum Mode {
  /** Real patrons: no simulator and no test authority. */
  PRODUCTION,
  /** Trials and demonstrations. */
  TEST
}

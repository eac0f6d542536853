package org.kashidashi.kiosk.config;

import java.util.List;

/** Tones and lamps. */
public record SignalSettings(Driver driver) {
  /** What drives them. */
  public enum Driver {
    NONE,
    TERMINAL,
    GPIO,
    SIMULATED
  }

  static final Setting<Driver> DRIVER = Setting.otherwise(
      "signal.driver",
      Forms.choice(Driver.class),
      Driver.NONE,
      "What drives tones and lamps; `gpio` takes the lines of [gpio], `terminal` is the bell of the panel's terminal, one tone for all,"
          + " and no lamps.");
  static final List<Setting<?>> SETTINGS = List.of(DRIVER);

  static SignalSettings read(Values values) {
    return new SignalSettings(values.get(DRIVER));
  }
}

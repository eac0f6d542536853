package org.kashidashi.kiosk.config;

import java.util.List;

/** The switches of the case. */
public record SwitchesSettings(Driver driver) {
  /** What drives them. */
  public enum Driver {
    NONE,
    GPIO
  }

  private static final Setting<Driver> DRIVER = Setting.otherwise(
          "switches.driver",
          Forms.choice(Driver.class),
          Driver.NONE,
          "What drives the button that calls staff and the switch of the door.")
      .onMachine();
  static final List<Setting<?>> SETTINGS = List.of(DRIVER);

  static SwitchesSettings read(Values values) {
    return new SwitchesSettings(values.get(DRIVER));
  }
}

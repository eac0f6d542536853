package org.kashidashi.kiosk.config;

import java.util.List;

/** The receipt printer. */
public record PrinterSettings(Driver driver, int columns) {
  /** What drives it. */
  public enum Driver {
    NONE,
    SIMULATED
  }

  static final Setting<Driver> DRIVER = Setting.otherwise(
      "printer.driver",
      Forms.choice(Driver.class),
      Driver.NONE,
      "What drives the receipt printer; without one, due dates are shown on the screen alone.");
  private static final Setting<Integer> COLUMNS = Setting.otherwise(
      "printer.columns",
      new WholeForm(24, 80),
      32,
      "How many columns a receipt has; a Japanese character takes two.");
  static final List<Setting<?>> SETTINGS = List.of(DRIVER, COLUMNS);

  static PrinterSettings read(Values values) {
    return new PrinterSettings(values.get(DRIVER), values.get(COLUMNS));
  }
}

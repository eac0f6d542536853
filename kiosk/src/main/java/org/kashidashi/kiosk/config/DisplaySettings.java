package org.kashidashi.kiosk.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The panel.
 *
 * @param tty empty for the terminal in which the program was started
 */
public record DisplaySettings(Driver driver, Optional<Path> tty, int columns, int rows) {
  /** What drives it. */
  public enum Driver {
    TERMINAL
  }

  private static final Setting<Driver> DRIVER = Setting.otherwise(
      "display.driver", Forms.choice(Driver.class), Driver.TERMINAL, "What drives the panel.");
  private static final Setting<Optional<Path>> TTY = Setting.otherwise(
      "display.tty",
      Forms.optionalPath(),
      Optional.empty(),
      "The panel's terminal; empty for the one in which the program was started.");
  private static final Setting<Integer> COLUMNS = Setting.otherwise(
      "display.columns",
      new WholeForm(60, 200),
      60,
      "How many columns the panel has; a Japanese character takes two.");
  private static final Setting<Integer> ROWS =
      Setting.otherwise("display.rows", new WholeForm(22, 100), 22, "How many rows the panel has.");
  static final List<Setting<?>> SETTINGS = List.of(DRIVER, TTY, COLUMNS, ROWS);

  static DisplaySettings read(Values values) {
    return new DisplaySettings(
        values.get(DRIVER), values.get(TTY), values.get(COLUMNS), values.get(ROWS));
  }
}

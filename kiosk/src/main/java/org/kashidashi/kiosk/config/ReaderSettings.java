package org.kashidashi.kiosk.config;

import java.util.List;
import org.kashidashi.kiosk.config.mistake.Allowed;

/**
 * The card reader.
 *
 * @param name which of several readers, with * for any text
 * @param library the PC/SC library, as a path or as the loader finds it
 */
public record ReaderSettings(Driver driver, String name, String library) {
  /** What drives it. */
  public enum Driver {
    PCSC,
    SIMULATED
  }

  static final Setting<Driver> DRIVER = Setting.otherwise(
          "reader.driver", Forms.choice(Driver.class), Driver.PCSC, "What drives the card reader.")
      .onMachine();
  private static final Setting<String> NAME = Setting.otherwise(
          "reader.name",
          Forms.text("[\\x20-\\x7E]{1,127}", Allowed.PRINTABLE.with(1, 127), "*"),
          "*",
          "Which card reader to take where there are several, by its PC/SC name; `*` stands for any"
              + " text.")
      .onMachine();
  private static final Setting<String> LIBRARY = Setting.otherwise(
      "reader.library",
      Forms.text("[A-Za-z0-9_./+-]{1,255}", Allowed.LIBRARY_FILE.with(), "libpcsclite.so.1"),
      "libpcsclite.so.1",
      "The PC/SC library.");
  static final List<Setting<?>> SETTINGS = List.of(DRIVER, NAME, LIBRARY);

  static ReaderSettings read(Values values) {
    return new ReaderSettings(values.get(DRIVER), values.get(NAME), values.get(LIBRARY));
  }
}

package org.kashidashi.kiosk.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The barcode scanner.
 *
 * @param path its tty; present with the serial driver
 */
public record ScannerSettings(Driver driver, Optional<Path> path, int baud) {
  /** What drives it. */
  public enum Driver {
    SERIAL,
    SIMULATED
  }

  private static final Set<Integer> RATES = Set.of(9600, 19200, 38400, 57600, 115200);
  static final Setting<Driver> DRIVER = Setting.otherwise(
      "scanner.driver",
      Forms.choice(Driver.class),
      Driver.SERIAL,
      "What drives the barcode scanner.");
  private static final Setting<Optional<Path>> PATH = Setting.otherwise(
      "scanner.path",
      Forms.optionalPath(),
      Optional.empty(),
      "The scanner's tty, best by a name that stays the same: `/dev/serial/by-id/...`. Needed"
          + " with the driver `serial`.");
  private static final Setting<Integer> BAUD = Setting.otherwise(
      "scanner.baud",
      new WholeForm(9600, 115200),
      9600,
      "Bits a second: 9600, 19200, 38400, 57600 or 115200. A scanner on USB does not care.");
  static final List<Setting<?>> SETTINGS = List.of(DRIVER, PATH, BAUD);

  static ScannerSettings read(Values values) {
    ScannerSettings scanner =
        new ScannerSettings(values.get(DRIVER), values.get(PATH), values.get(BAUD));
    if (values.fit(BAUD) && !RATES.contains(scanner.baud)) {
      values.add(
          BAUD,
          scanner.baud + " is no usual rate",
          "give 9600, 19200, 38400, 57600 or 115200, as the scanner is set");
    }
    if (values.fit(DRIVER, PATH) && scanner.driver == Driver.SERIAL && scanner.path.isEmpty()) {
      values.add(PATH, "is missing", "give the scanner's tty, such as /dev/ttyACM0");
    }
    return scanner;
  }
}

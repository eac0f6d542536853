package org.kashidashi.kiosk.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.kashidashi.kiosk.config.mistake.Allowed;
import org.kashidashi.kiosk.config.mistake.Problem;
import org.kashidashi.kiosk.config.mistake.Remedy;

/**
 * The barcode scanner.
 *
 * @param path its tty; present with the serial driver
 * @param prefix what it puts before a barcode on a serial line
 * @param suffix what it puts behind one, before the end of the line
 * @param device which keyboard it is, with the evdev driver
 * @param silence the longest pause within one scan, with the evdev driver
 */
public record ScannerSettings(
    Driver driver,
    Optional<Path> path,
    int baud,
    int dataBits,
    Parity parity,
    int stopBits,
    String prefix,
    String suffix,
    DeviceRule device,
    Keymap keymap,
    Duration silence) {
  /** What drives it. */
  public enum Driver {
    SERIAL,
    EVDEV,
    /** It types into the terminal of staff, at a desk. */
    TERMINAL,
    SIMULATED
  }

  /** The parity bit of each character. */
  public enum Parity {
    NONE,
    ODD,
    EVEN
  }

  static final Setting<Driver> DRIVER = Setting.otherwise(
          "scanner.driver",
          Forms.choice(Driver.class),
          Driver.SERIAL,
          "What drives the barcode scanner: a serial line, which a scanner on USB can be set to, or"
              + " `evdev` for one that types like a keyboard, or `terminal` for one that types into the"
              + " terminal of a desk.")
      .onMachine();
  static final Setting<Optional<Path>> PATH = Setting.otherwise(
          "scanner.path",
          Forms.optionalPath(),
          Optional.empty(),
          "The scanner's tty, best by a name that stays the same: `/dev/serial/by-id/...`; no line of"
              + " `console.lines`. Needed with the driver `serial`.")
      .onMachineAsDevice();
  private static final Setting<Integer> BAUD = Setting.otherwise(
          "scanner.baud",
          new NumberForm(9600, 19200, 38400, 57600, 115200),
          9600,
          "Bits a second, as the scanner is set. A scanner on USB does not care.")
      .onMachine();
  private static final Setting<Integer> DATA_BITS = Setting.otherwise(
          "scanner.data_bits", new NumberForm(8, 7), 8, "Bits a character on the serial line.")
      .onMachine();
  private static final Setting<Parity> PARITY = Setting.otherwise(
          "scanner.parity", Forms.choice(Parity.class), Parity.NONE, "The parity bit.")
      .onMachine();
  private static final Setting<Integer> STOP_BITS = Setting.otherwise(
          "scanner.stop_bits", new NumberForm(1, 2), 1, "Stop bits.")
      .onMachine();
  private static final Setting<String> PREFIX = Setting.otherwise(
          "scanner.prefix",
          frame(),
          "",
          "What the scanner puts before each barcode on a serial line; a scan without it is refused.")
      .onMachine();
  private static final Setting<String> SUFFIX = Setting.otherwise(
          "scanner.suffix",
          frame(),
          "",
          "What it puts behind each barcode, before the end of the line.")
      .onMachine();
  private static final DeviceRule.Section DEVICE =
      DeviceRule.Section.of("scanner.device", "scanner");
  private static final Setting<Keymap> KEYMAP = Setting.otherwise(
          "scanner.keymap",
          Forms.choice(Keymap.class),
          Keymap.US,
          "The keyboard layout that a scanner with the driver `evdev` is set to.")
      .onMachine();
  private static final Setting<Duration> SILENCE = Setting.otherwise(
          "scanner.silence",
          Forms.duration(Duration.ofMillis(20), Duration.ofMillis(500)),
          Duration.ofMillis(100),
          "The longest pause between two keys of one scan, with the driver `evdev`: longer than the"
              + " scanner's own, shorter than a hand's.")
      .onMachine();
  static final List<Setting<?>> SETTINGS = Stream.concat(
          Stream.of(
              DRIVER, PATH, BAUD, DATA_BITS, PARITY, STOP_BITS, PREFIX, SUFFIX, KEYMAP, SILENCE),
          DEVICE.settings().stream())
      .toList();

  static ScannerSettings read(Values values) {
    Driver driver = values.get(DRIVER);
    ScannerSettings scanner = new ScannerSettings(
        driver,
        values.get(PATH),
        values.get(BAUD),
        values.get(DATA_BITS),
        values.get(PARITY),
        values.get(STOP_BITS),
        values.get(PREFIX),
        values.get(SUFFIX),
        DEVICE.read(values, driver == Driver.EVDEV),
        values.get(KEYMAP),
        values.get(SILENCE));
    if (values.fit(DRIVER, PATH) && scanner.driver == Driver.SERIAL && scanner.path.isEmpty()) {
      values.add(PATH, Problem.MISSING.with(), Remedy.SCANNER_TTY.with());
    }
    return scanner;
  }

  /** CR, LF and Tab end a scan, so they cannot be part of one. */
  private static Form<String> frame() {
    return Forms.text("[\\x01-\\x08\\x0B\\x0C\\x0E-\\x7E]{0,8}", Allowed.FRAME.with(0, 8), "");
  }
}

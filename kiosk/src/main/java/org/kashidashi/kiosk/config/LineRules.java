package org.kashidashi.kiosk.config;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.kashidashi.kiosk.config.mistake.Problem;
import org.kashidashi.kiosk.config.mistake.Remedy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps lines on which technicians are served apart from those of the machine's devices. */
final class LineRules {
  private static final Path DEVICES = Path.of("/dev");
  private static final Path SYSFS = Path.of("/sys");

  private static final Logger LOG = LoggerFactory.getLogger(LineRules.class);

  private LineRules() {}

  static void check(Configuration configuration, Values values) {
    if (!values.fit(ConsoleSettings.LINES)) {
      return;
    }
    List<String> lines = configuration.console().lines();
    check(DisplaySettings.TTY, configuration.display().tty(), lines, values);
    check(PrinterSettings.PATH, configuration.printer().path(), lines, values);
    check(ScannerSettings.PATH, configuration.scanner().path(), lines, values);
  }

  private static void check(
      Setting<Optional<Path>> setting, Optional<Path> device, List<String> lines, Values values) {
    if (values.fit(setting) && device.isPresent() && serves(device.get(), lines)) {
      values.add(
          setting,
          Problem.LINE_OF_TECHNICIANS.with(
              UnfitValueException.shown(device.get().toString())),
          Remedy.OTHER_DEVICE.with());
    }
  }

  /** Whether technicians are served on a device, by whatever name it is called. */
  static boolean serves(Path device, List<String> lines) {
    return serves(device, lines, DEVICES, SYSFS);
  }

  /**
   * The same.
   *
   * @param devices where the lines are
   * @param sysfs where the kernel shows its devices
   */
  static boolean serves(Path device, List<String> lines, Path devices, Path sysfs) {
    Path real = real(device);
    Optional<String> product = LineProduct.of(String.valueOf(real.getFileName()), sysfs);
    return lines.stream()
        .anyMatch(line -> real(devices.resolve(line)).equals(real)
            || product.stream().anyMatch(line::equalsIgnoreCase));
  }

  /** What a link leads to; of what is not there, what it is called. */
  private static Path real(Path device) {
    try {
      return device.toRealPath();
    } catch (IOException missing) {
      LOG.debug("{} is not there now", device, missing);
      return device.toAbsolutePath().normalize();
    }
  }
}

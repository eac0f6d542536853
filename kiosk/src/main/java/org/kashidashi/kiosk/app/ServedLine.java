package org.kashidashi.kiosk.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.kashidashi.kiosk.config.LineProduct;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The serial line that a program was started on.
 *
 * @param name below /dev; empty if the standard input is no device there
 */
record ServedLine(String name) {
  private static final Logger LOG = LoggerFactory.getLogger(ServedLine.class);

  /** Of this process. */
  static ServedLine own() {
    try {
      Path target = Files.readSymbolicLink(Path.of("/proc/self/fd/0"));
      Path devices = Path.of("/dev");
      return new ServedLine(
          target.startsWith(devices) ? devices.relativize(target).toString() : "");
    } catch (IOException unknown) {
      LOG.debug("the standard input has no name", unknown);
      return new ServedLine("");
    }
  }

  /**
   * Whether one of the configuration's lines is this one.
   *
   * @param lines names below /dev, or vendor:product of USB adapters
   * @param sysfs where the kernel shows its devices
   */
  boolean isOneOf(List<String> lines, Path sysfs) {
    if (!name.matches("tty[A-Za-z0-9]{1,16}")) {
      return false;
    }
    Optional<String> product = LineProduct.of(name, sysfs);
    return lines.stream()
        .anyMatch(line -> line.equals(name) || product.stream().anyMatch(line::equalsIgnoreCase));
  }
}

package org.kashidashi.kiosk.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The vendor and product of the USB adapter that a serial line belongs to, as its kernel knows it. */
public final class LineProduct {
  /** USB devices lie a few folders above their lines in sysfs. */
  private static final int LEVELS = 6;

  private static final Pattern LINE = Pattern.compile("tty[A-Za-z0-9]{1,16}");

  private static final Logger LOG = LoggerFactory.getLogger(LineProduct.class);

  private LineProduct() {}

  /**
   * Such as {@code 0403:6001}; empty if it is no line, none of an adapter, or none that is there.
   *
   * @param line its name below /dev
   * @param sysfs where the kernel shows its devices
   */
  public static Optional<String> of(String line, Path sysfs) {
    if (!LINE.matcher(line).matches()) {
      return Optional.empty();
    }
    try {
      Path device = sysfs.resolve("class/tty").resolve(line).resolve("device");
      Path folder = Files.exists(device) ? device.toRealPath() : sysfs;
      for (int level = 0; level < LEVELS && !folder.equals(sysfs); level++) {
        Path vendor = folder.resolve("idVendor");
        if (Files.isReadable(vendor)) {
          String product = Files.readString(folder.resolve("idProduct")).strip();
          return Optional.of(Files.readString(vendor).strip() + ":" + product);
        }
        Path above = folder.getParent();
        folder = above == null ? sysfs : above;
      }
    } catch (IOException unreadable) {
      LOG.debug("nobody knows what /dev/{} is plugged into", line, unreadable);
    }
    return Optional.empty();
  }
}

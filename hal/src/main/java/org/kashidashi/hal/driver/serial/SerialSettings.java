package org.kashidashi.hal.driver.serial;

import java.nio.file.Path;
import java.util.Set;

/**
 * How to open a serial line.
 *
 * @param device the tty, better a link that stays the same ({@code /dev/serial/by-id/...})
 * @param baudRate one of {@link #BAUD_RATES}; a USB scanner (CDC-ACM) ignores it
 * @param dataBits 7 or 8
 * @param stopBits 1 or 2
 * @param frame what the scanner puts around a barcode
 */
public record SerialSettings(
    Path device, int baudRate, int dataBits, Parity parity, int stopBits, ScanFrame frame) {
  public static final Set<Integer> BAUD_RATES = Set.of(9600, 19200, 38400, 57600, 115200);

  /** The parity bit of each character. */
  public enum Parity {
    NONE,
    ODD,
    EVEN
  }

  public SerialSettings {
    if (!BAUD_RATES.contains(baudRate)) {
      throw new IllegalArgumentException("baud rate %d, need one of %s"
          .formatted(baudRate, BAUD_RATES.stream().sorted().toList()));
    }
    if (dataBits != 7 && dataBits != 8) {
      throw new IllegalArgumentException("%d data bits, need 7 or 8".formatted(dataBits));
    }
    if (stopBits != 1 && stopBits != 2) {
      throw new IllegalArgumentException("%d stop bits, need 1 or 2".formatted(stopBits));
    }
  }

  /** 8 data bits, no parity, 1 stop bit, no frame: how scanners leave the factory. */
  public static SerialSettings of(Path device, int baudRate) {
    return new SerialSettings(device, baudRate, 8, Parity.NONE, 1, ScanFrame.NONE);
  }
}

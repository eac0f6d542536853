package org.kashidashi.hal.driver.escpos;

import java.nio.file.Path;
import java.util.Set;

/** Where the printer is plugged in. */
public sealed interface PrinterLine {
  /** The device file, better a link that stays the same. */
  Path device();

  /** How fast the slowest such line takes bytes: what a slip's time limit is reckoned with. */
  int bytesPerSecond();

  /** A printer of the USB printer class: {@code /dev/usb/lp0}. */
  record Usb(Path device) implements PrinterLine {
    @Override
    public int bytesPerSecond() {
      return 20_000;
    }
  }

  /**
   * A printer on a serial line, 8 data bits, no parity, 1 stop bit.
   *
   * @param baudRate one of {@link #BAUD_RATES}; a receipt of 30 lines takes up to 35 kB
   */
  record Serial(Path device, int baudRate, FlowControl flowControl) implements PrinterLine {
    public static final Set<Integer> BAUD_RATES = Set.of(9600, 19200, 38400, 57600, 115200);

    public Serial {
      if (!BAUD_RATES.contains(baudRate)) {
        throw new IllegalArgumentException("baud rate %d, need one of %s"
            .formatted(baudRate, BAUD_RATES.stream().sorted().toList()));
      }
    }

    /** Ten bits a byte. */
    @Override
    public int bytesPerSecond() {
      return baudRate / 10;
    }
  }

  /** How the printer says that its buffer is full. */
  enum FlowControl {
    /** For virtual serial ports, where USB itself holds the bytes back. */
    NONE,
    /** RTS/CTS; a printer that says it by DTR needs a cable that brings its DTR to our CTS. */
    HARDWARE,
    XON_XOFF
  }
}

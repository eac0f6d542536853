package org.kashidashi.hal.driver.escpos;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.time.Duration;
import org.kashidashi.hal.driver.escpos.PrinterLine.FlowControl;
import org.kashidashi.hal.driver.escpos.PrinterLine.Serial;
import org.kashidashi.hal.driver.escpos.PrinterLine.Usb;
import org.kashidashi.hal.posix.Posix;

/**
 * An open line to a printer, every wait on it bounded. Belongs to one thread.
 *
 * <p>It never becomes the controlling terminal, which would end the process when it is unplugged.
 * An IOException means that the line is gone; it is closed then, and opened anew.
 */
final class PrinterConnection implements AutoCloseable {
  // ioctl_tty(2); the speeds of struct termios2 are numbers, whatever the C library calls them.
  private static final long TCGETS2 = 0x802C542AL;
  private static final long TCSETS2 = 0x402C542BL;
  private static final long TCFLSH = 0x540B;
  private static final long TIOCOUTQ = 0x5411;
  private static final long TCIOFLUSH = 2;
  private static final int TERMIOS2_OCTETS = 44;
  private static final int IXON = 0x400;
  private static final int CS8 = 0x30;
  private static final int CREAD = 0x80;
  private static final int CLOCAL = 0x800;
  private static final int BOTHER = 0x1000;
  private static final int CRTSCTS = 0x8000_0000;
  private static final byte XON = 0x11;
  private static final byte XOFF = 0x13;

  /** How long one wait in the kernel lasts before the deadline is looked at again. */
  private static final int SLICE_MILLIS = 50;

  private final Posix posix;
  private final int descriptor;
  private final boolean tty;

  private PrinterConnection(Posix posix, int descriptor, boolean tty) {
    this.posix = posix;
    this.descriptor = descriptor;
    this.tty = tty;
  }

  static PrinterConnection open(Posix posix, PrinterLine line) throws IOException {
    int flags = Posix.O_RDWR | Posix.O_NOCTTY | Posix.O_NONBLOCK | Posix.O_CLOEXEC;
    int descriptor = (int) posix.open(line.device().toString(), flags).orThrow("open");
    PrinterConnection connection = new PrinterConnection(posix, descriptor, line instanceof Serial);
    try {
      switch (line) {
        case Serial serial -> connection.prepare(serial);
        case Usb _ -> {} // the kernel's driver has nothing to be set
      }
      return connection;
    } catch (IOException e) {
      connection.close();
      throw e;
    }
  }

  /**
   * Writes all of it.
   *
   * @param patience how long the printer may take no byte
   * @return how many bytes were taken: fewer than all once patience or time are over
   */
  int write(byte[] octets, Duration patience, Deadline whole) throws IOException {
    int taken = 0;
    Deadline next = Deadline.in(patience);
    while (taken < octets.length && !next.isOver() && !whole.isOver()) {
      posix.poll(descriptor, Posix.POLLOUT, SLICE_MILLIS);
      Posix.Result written = posix.write(descriptor, octets, taken, octets.length - taken);
      if (written.mayBeRepeated()) {
        continue;
      }
      int count = (int) written.orThrow("write");
      taken += count;
      next = count > 0 ? Deadline.in(patience) : next;
    }
    return taken;
  }

  /** The bytes that come next, or 0 after a slice of time without any. */
  int read(byte[] buffer) throws IOException {
    if (posix.poll(descriptor, Posix.POLLIN, SLICE_MILLIS).value() <= 0) {
      return 0;
    }
    Posix.Result read = posix.read(descriptor, buffer);
    if (read.mayBeRepeated()) {
      return 0;
    }
    int count = (int) read.orThrow("read");
    if (count == 0 && tty) {
      throw new IOException("the line hung up");
    }
    return count;
  }

  /** Whether the kernel has passed on everything; a USB printer's driver keeps nothing back. */
  boolean isDrained() throws IOException {
    if (!tty) {
      return true;
    }
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment count = arena.allocate(ValueLayout.JAVA_INT);
      posix.ioctl(descriptor, TIOCOUTQ, count).orThrow("TIOCOUTQ");
      return count.get(ValueLayout.JAVA_INT, 0) == 0;
    }
  }

  /** Throws away what the kernel has not passed on yet, in both directions. */
  void discard() throws IOException {
    if (tty) {
      posix.ioctl(descriptor, TCFLSH, TCIOFLUSH).orThrow("TCFLSH");
    }
  }

  /** Does not wait for a printer that takes nothing: nobody needs the rest of a slip any more. */
  @Override
  public void close() {
    if (tty) {
      var _ = posix.ioctl(descriptor, TCFLSH, TCIOFLUSH); // a line that is gone has nothing left
    }
    var _ = posix.close(descriptor);
  }

  private void prepare(Serial line) throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment settings = arena.allocate(TERMIOS2_OCTETS, 4);
      posix.ioctl(descriptor, TCGETS2, settings).orThrow("TCGETS2");
      boolean software = line.flowControl() == FlowControl.XON_XOFF;
      boolean hardware = line.flowControl() == FlowControl.HARDWARE;
      settings.set(ValueLayout.JAVA_INT, 0, software ? IXON : 0);
      settings.set(ValueLayout.JAVA_INT, 4, 0);
      settings.set(
          ValueLayout.JAVA_INT, 8, CS8 | CREAD | CLOCAL | BOTHER | (hardware ? CRTSCTS : 0));
      settings.set(ValueLayout.JAVA_INT, 12, 0);
      settings.set(ValueLayout.JAVA_BYTE, 17 + 5, (byte) 0); // VTIME
      settings.set(ValueLayout.JAVA_BYTE, 17 + 6, (byte) 1); // VMIN
      settings.set(ValueLayout.JAVA_BYTE, 17 + 8, XON);
      settings.set(ValueLayout.JAVA_BYTE, 17 + 9, XOFF);
      settings.set(ValueLayout.JAVA_INT, 36, line.baudRate());
      settings.set(ValueLayout.JAVA_INT, 40, line.baudRate());
      posix.ioctl(descriptor, TCSETS2, settings).orThrow("TCSETS2");
    }
    discard();
  }
}

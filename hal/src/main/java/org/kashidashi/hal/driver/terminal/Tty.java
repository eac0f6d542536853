package org.kashidashi.hal.driver.terminal;

import com.googlecode.lanterna.TerminalSize;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.time.Duration;
import org.kashidashi.hal.posix.Posix;

/**
 * A terminal device in raw mode: no echo, no line editing, no signals from keys.
 *
 * <p>Reading and writing may be done by one thread each; closing only when neither runs.
 */
final class Tty implements AutoCloseable {
  /** More than the 60 bytes of struct termios on any Linux. */
  private static final int TERMIOS_BYTES = 256;

  /** After a poll says "writable", a terminal takes at least this much without blocking. */
  private static final int CHUNK_BYTES = 128;

  private final Posix posix;
  private final String name;
  private final int input;
  private final int output;
  private final boolean owned;
  private final Arena arena = Arena.ofShared();
  private final MemorySegment found = arena.allocate(TERMIOS_BYTES);

  private Tty(Posix posix, String name, int input, int output, boolean owned) throws IOException {
    this.posix = posix;
    this.name = name;
    this.input = input;
    this.output = output;
    this.owned = owned;
    makeRaw();
  }

  /** The terminal in which the program was started; its descriptors stay open. */
  static Tty ofStandardStreams() throws IOException {
    Posix posix = new Posix();
    try (Arena scratch = Arena.ofConfined()) {
      posix.tcgetattr(1, scratch.allocate(TERMIOS_BYTES)).orThrow("tcgetattr of standard output");
    }
    return new Tty(posix, "standard input", 0, 1, false);
  }

  /** Another terminal, without making it the one that controls this process. */
  static Tty open(Path device) throws IOException {
    Posix posix = new Posix();
    int flags = Posix.O_RDWR | Posix.O_NOCTTY | Posix.O_NONBLOCK | Posix.O_CLOEXEC;
    int descriptor = (int) posix.open(device.toString(), flags).orThrow("open of " + device);
    try {
      return new Tty(posix, device.toString(), descriptor, descriptor, true);
    } catch (IOException e) {
      posix.close(descriptor);
      throw e;
    }
  }

  /** 0 x 0 if the terminal does not know, as on a serial line. */
  TerminalSize size() throws IOException {
    try (Arena scratch = Arena.ofConfined()) {
      MemorySegment winsize = scratch.allocate(8);
      posix.ioctl(output, Posix.TIOCGWINSZ, winsize).orThrow("size of " + name);
      int rows = Short.toUnsignedInt(winsize.get(ValueLayout.JAVA_SHORT, 0));
      int columns = Short.toUnsignedInt(winsize.get(ValueLayout.JAVA_SHORT, 2));
      return new TerminalSize(columns, rows);
    }
  }

  /** Whether there is something to read, or the terminal has hung up. */
  boolean awaitInput(int timeoutMillis) {
    return posix.poll(input, Posix.POLLIN, timeoutMillis).value() > 0;
  }

  /** Gives how many bytes came: 0 if none yet, -1 if the terminal has hung up. */
  int read(byte[] into) {
    Posix.Result result = posix.read(input, into);
    if (result.mayBeRepeated()) {
      return 0;
    }
    return result.value() > 0 ? (int) result.value() : -1;
  }

  /**
   * Sends all of it. Blocks.
   *
   * @throws IOException if the terminal has hung up, or has not taken it all within the limit
   */
  void write(byte[] octets, Duration limit) throws IOException {
    long deadline = System.nanoTime() + limit.toNanos();
    int written = 0;
    while (written < octets.length) {
      long remainingMillis = Math.max(0, (deadline - System.nanoTime()) / 1_000_000);
      if (posix.poll(output, Posix.POLLOUT, (int) remainingMillis).value() == 0) {
        throw new IOException(
            "%s took %d of %d bytes in %s".formatted(name, written, octets.length, limit));
      }
      int length = Math.min(CHUNK_BYTES, octets.length - written);
      Posix.Result result = posix.write(output, octets, written, length);
      if (!result.mayBeRepeated()) {
        written += (int) result.orThrow("write to " + name);
      }
    }
  }

  /** Gives the terminal its settings back. */
  @Override
  public void close() {
    posix.tcsetattr(input, found); // in vain if it has hung up
    if (owned) {
      posix.close(input);
    }
    arena.close();
  }

  private void makeRaw() throws IOException {
    posix.tcgetattr(input, found).orThrow("tcgetattr of " + name);
    try (Arena scratch = Arena.ofConfined()) {
      MemorySegment raw = scratch.allocate(TERMIOS_BYTES).copyFrom(found);
      posix.cfmakeraw(raw);
      posix.tcsetattr(input, raw).orThrow("tcsetattr of " + name);
    }
  }
}

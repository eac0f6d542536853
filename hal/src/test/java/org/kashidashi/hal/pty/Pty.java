package org.kashidashi.hal.pty;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

/** The master end of a pseudo-terminal; what is tested opens {@link #device()}. Linux only. */
@SuppressWarnings("restricted")
public final class Pty implements AutoCloseable {
  private static final int O_RDWR = 2;
  private static final int O_NOCTTY = 0x100;
  private static final int O_CLOEXEC = 0x80000;
  private static final long TIOCSWINSZ = 0x5414;
  private static final short POLLIN = 1;
  private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT;
  private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG;
  private static final Linker LINKER = Linker.nativeLinker();
  private static final MethodHandle OPEN_MASTER = of("posix_openpt", INT, INT);
  private static final MethodHandle GRANT = of("grantpt", INT, INT);
  private static final MethodHandle UNLOCK = of("unlockpt", INT, INT);
  private static final MethodHandle NAME =
      of("ptsname_r", INT, INT, ValueLayout.ADDRESS, ValueLayout.JAVA_LONG);
  private static final MethodHandle READ = of("read", LONG, INT, ValueLayout.ADDRESS, LONG);
  private static final MethodHandle WRITE = of("write", LONG, INT, ValueLayout.ADDRESS, LONG);
  private static final MethodHandle CLOSE = of("close", INT, INT);
  private static final MethodHandle POLL = of("poll", INT, ValueLayout.ADDRESS, LONG, INT);
  private static final MethodHandle IOCTL = LINKER.downcallHandle(
      LINKER.defaultLookup().find("ioctl").orElseThrow(),
      FunctionDescriptor.of(INT, INT, LONG, ValueLayout.ADDRESS),
      Linker.Option.firstVariadicArg(2));

  private final int master;
  private final Path device;
  private boolean closed;

  private Pty(int master, Path device) {
    this.master = master;
    this.device = device;
  }

  public static Pty open() {
    try (Arena arena = Arena.ofConfined()) {
      int master = (int) OPEN_MASTER.invokeExact(O_RDWR | O_NOCTTY | O_CLOEXEC);
      require(master >= 0, "posix_openpt");
      require((int) GRANT.invokeExact(master) == 0, "grantpt");
      require((int) UNLOCK.invokeExact(master) == 0, "unlockpt");
      MemorySegment name = arena.allocate(64);
      require((int) NAME.invokeExact(master, name, name.byteSize()) == 0, "ptsname_r");
      return new Pty(master, Path.of(name.getString(0)));
    } catch (Throwable e) {
      throw failed(e);
    }
  }

  /** The slave end. */
  public Path device() {
    return device;
  }

  public void resize(int columns, int rows) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment size = arena.allocate(8);
      size.set(ValueLayout.JAVA_SHORT, 0, (short) rows);
      size.set(ValueLayout.JAVA_SHORT, 2, (short) columns);
      require((int) IOCTL.invokeExact(master, TIOCSWINSZ, size) == 0, "TIOCSWINSZ");
    } catch (Throwable e) {
      throw failed(e);
    }
  }

  public void send(String text) {
    send(text.getBytes(StandardCharsets.UTF_8));
  }

  public void send(byte... octets) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment segment = arena.allocateFrom(ValueLayout.JAVA_BYTE, octets);
      long written = (long) WRITE.invokeExact(master, segment, segment.byteSize());
      require(written == octets.length, "write gave %d".formatted(written));
    } catch (Throwable e) {
      throw failed(e);
    }
  }

  /** Everything that has come, until nothing more comes for {@code silence}. */
  public byte[] receive(Duration silence) {
    ByteArrayOutputStream received = new ByteArrayOutputStream();
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment pollfd = arena.allocate(8);
      MemorySegment buffer = arena.allocate(4096);
      while (true) {
        pollfd.set(INT, 0, master);
        pollfd.set(ValueLayout.JAVA_SHORT, 4, POLLIN);
        if ((int) POLL.invokeExact(pollfd, 1L, (int) silence.toMillis()) <= 0) {
          return received.toByteArray();
        }
        long count = (long) READ.invokeExact(master, buffer, buffer.byteSize());
        if (count <= 0) {
          return received.toByteArray(); // the slave end is closed
        }
        received.writeBytes(buffer.asSlice(0, count).toArray(ValueLayout.JAVA_BYTE));
      }
    } catch (Throwable e) {
      throw failed(e);
    }
  }

  /** Pulls the plug: the slave end hangs up. */
  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      require((int) CLOSE.invokeExact(master) == 0, "close");
    } catch (Throwable e) {
      throw failed(e);
    }
  }

  private static MethodHandle of(
      String name, ValueLayout result, java.lang.foreign.MemoryLayout... arguments) {
    return LINKER.downcallHandle(
        LINKER.defaultLookup().find(name).orElseThrow(), FunctionDescriptor.of(result, arguments));
  }

  private static void require(boolean holds, String call) throws IOException {
    if (!holds) {
      throw new IOException("pseudo-terminal: " + call + " failed");
    }
  }

  private static RuntimeException failed(Throwable cause) {
    return switch (cause) {
      case Error error -> throw error;
      case RuntimeException exception -> exception;
      case IOException exception -> new UncheckedIOException(exception);
      default -> new IllegalStateException(cause);
    };
  }
}

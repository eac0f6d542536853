package org.kashidashi.hal.posix;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.ArrayList;
import java.util.List;

/**
 * The few calls of the C library that drivers of character devices need, on Linux (constants of
 * x86-64 and arm64). Any thread.
 */
@SuppressWarnings("restricted")
public final class Posix {
  public static final int O_RDWR = 2;
  public static final int O_NOCTTY = 0x100;
  public static final int O_NONBLOCK = 0x800;
  public static final int O_CLOEXEC = 0x80000;
  public static final long TIOCGWINSZ = 0x5413;
  public static final short POLLIN = 1;
  public static final short POLLOUT = 4;
  public static final int TCSANOW = 0;
  public static final int EINTR = 4;
  public static final int EAGAIN = 11;

  private static final StructLayout STATE = Linker.Option.captureStateLayout();
  private static final long ERRNO =
      STATE.byteOffset(MemoryLayout.PathElement.groupElement("errno"));

  private static final ValueLayout NUMBER = ValueLayout.JAVA_INT;
  private static final ValueLayout SIZE = ValueLayout.JAVA_LONG;
  private static final ValueLayout POINTER = ValueLayout.ADDRESS;

  // Made once for all drivers: each takes milliseconds of the start.
  private static final MethodHandle OPEN =
      find("open", List.of(Linker.Option.firstVariadicArg(2)), NUMBER, POINTER, NUMBER);
  private static final MethodHandle CLOSE = find("close", List.of(), NUMBER, NUMBER);
  private static final MethodHandle READ = find("read", List.of(), SIZE, NUMBER, POINTER, SIZE);
  private static final MethodHandle WRITE = find("write", List.of(), SIZE, NUMBER, POINTER, SIZE);
  private static final MethodHandle POLL = find("poll", List.of(), NUMBER, POINTER, SIZE, NUMBER);
  private static final MethodHandle IOCTL =
      find("ioctl", List.of(Linker.Option.firstVariadicArg(2)), NUMBER, NUMBER, SIZE, POINTER);

  /** Only serial lines and terminals need these, and not every kiosk has one. */
  private static final class Lines {
    private static final MethodHandle TCGETATTR =
        find("tcgetattr", List.of(), NUMBER, NUMBER, POINTER);
    private static final MethodHandle TCSETATTR =
        find("tcsetattr", List.of(), NUMBER, NUMBER, NUMBER, POINTER);
    private static final MethodHandle CFMAKERAW = find("cfmakeraw", List.of(), NUMBER, POINTER);
  }

  /** What a call gave, and errno if it gave -1. */
  public record Result(long value, int errno) {
    public long orThrow(String call) throws IOException {
      if (value < 0) {
        throw new IOException("%s failed with errno %d".formatted(call, errno));
      }
      return value;
    }

    public boolean mayBeRepeated() {
      return value < 0 && (errno == EINTR || errno == EAGAIN);
    }
  }

  public Result open(String path, int flags) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment name = arena.allocateFrom(path);
      MemorySegment state = arena.allocate(STATE);
      return result((int) OPEN.invokeExact(state, name, flags), state);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  public Result close(int descriptor) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment state = arena.allocate(STATE);
      return result((int) CLOSE.invokeExact(state, descriptor), state);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  public Result read(int descriptor, byte[] into) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment state = arena.allocate(STATE);
      MemorySegment buffer = arena.allocate(into.length);
      long count = (long) READ.invokeExact(state, descriptor, buffer, buffer.byteSize());
      if (count > 0) {
        MemorySegment.copy(buffer, ValueLayout.JAVA_BYTE, 0, into, 0, (int) count);
      }
      return result(count, state);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  public Result write(int descriptor, byte[] from, int offset, int length) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment state = arena.allocate(STATE);
      MemorySegment buffer = arena.allocate(length);
      MemorySegment.copy(from, offset, buffer, ValueLayout.JAVA_BYTE, 0, length);
      return result((long) WRITE.invokeExact(state, descriptor, buffer, (long) length), state);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  /** 1 if the descriptor is ready or broken, 0 after the timeout. */
  public Result poll(int descriptor, short events, int timeoutMillis) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment state = arena.allocate(STATE);
      MemorySegment pollfd = arena.allocate(8);
      pollfd.set(ValueLayout.JAVA_INT, 0, descriptor);
      pollfd.set(ValueLayout.JAVA_SHORT, 4, events);
      return result((int) POLL.invokeExact(state, pollfd, 1L, timeoutMillis), state);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  public Result ioctl(int descriptor, long request, MemorySegment argument) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment state = arena.allocate(STATE);
      return result((int) IOCTL.invokeExact(state, descriptor, request, argument), state);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  /** For requests whose argument is a number, such as EVIOCGRAB and KDSETMODE. */
  public Result ioctl(int descriptor, long request, long argument) {
    return ioctl(descriptor, request, MemorySegment.ofAddress(argument));
  }

  public Result tcgetattr(int descriptor, MemorySegment settings) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment state = arena.allocate(STATE);
      return result((int) Lines.TCGETATTR.invokeExact(state, descriptor, settings), state);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  public Result tcsetattr(int descriptor, MemorySegment settings) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment state = arena.allocate(STATE);
      return result((int) Lines.TCSETATTR.invokeExact(state, descriptor, TCSANOW, settings), state);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  public void cfmakeraw(MemorySegment settings) {
    try (Arena arena = Arena.ofConfined()) {
      int _ = (int) Lines.CFMAKERAW.invokeExact(arena.allocate(STATE), settings);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  private static Result result(long value, MemorySegment state) {
    return new Result(value, value < 0 ? state.get(ValueLayout.JAVA_INT, ERRNO) : 0);
  }

  private static MethodHandle find(
      String name, List<Linker.Option> options, ValueLayout result, ValueLayout... arguments) {
    Linker linker = Linker.nativeLinker();
    List<Linker.Option> all = new ArrayList<>(options);
    all.add(Linker.Option.captureCallState("errno"));
    return linker.downcallHandle(
        linker.defaultLookup().findOrThrow(name),
        FunctionDescriptor.of(result, arguments),
        all.toArray(Linker.Option[]::new));
  }

  /** The handles throw nothing by themselves: what comes here is a mistake of ours. */
  private static RuntimeException unexpected(Throwable cause) {
    return switch (cause) {
      case Error error -> throw error;
      case RuntimeException exception -> exception;
      default -> new IllegalStateException(cause);
    };
  }
}

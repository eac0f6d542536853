package org.kashidashi.hal.driver.systemd;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The manager's end of the notify socket, bound to a path. */
@SuppressWarnings("restricted")
final class NotifyListener implements AutoCloseable {
  private static final int AF_UNIX = 1;
  private static final int SOCK_DGRAM = 2;
  private static final int MSG_DONTWAIT = 0x40;
  private static final int LONGEST = 4096;

  private final int descriptor;

  private NotifyListener(int descriptor) {
    this.descriptor = descriptor;
  }

  static NotifyListener at(Path path) {
    ValueLayout number = ValueLayout.JAVA_INT;
    try (Arena arena = Arena.ofConfined()) {
      int descriptor =
          (int) find("socket", number, number, number, number).invokeExact(AF_UNIX, SOCK_DGRAM, 0);
      byte[] name = path.toString().getBytes(StandardCharsets.UTF_8);
      MemorySegment address = arena.allocate(2 + name.length);
      address.set(ValueLayout.JAVA_BYTE, 0, (byte) AF_UNIX);
      MemorySegment.copy(name, 0, address, ValueLayout.JAVA_BYTE, 2, name.length);
      int bound = (int) find("bind", number, number, ValueLayout.ADDRESS, number)
          .invokeExact(descriptor, address, (int) address.byteSize());
      if (descriptor < 0 || bound < 0) {
        throw new IllegalStateException("no socket at " + path);
      }
      return new NotifyListener(descriptor);
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  /** The messages that wait. */
  List<String> heard() {
    ValueLayout number = ValueLayout.JAVA_INT;
    MethodHandle recv = find(
        "recv", ValueLayout.JAVA_LONG, number, ValueLayout.ADDRESS, ValueLayout.JAVA_LONG, number);
    List<String> heard = new ArrayList<>();
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment buffer = arena.allocate(LONGEST);
      while (true) {
        long length = (long) recv.invokeExact(descriptor, buffer, (long) LONGEST, MSG_DONTWAIT);
        if (length < 0) {
          return heard;
        }
        byte[] message = buffer.asSlice(0, length).toArray(ValueLayout.JAVA_BYTE);
        heard.add(new String(message, StandardCharsets.UTF_8));
      }
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    try {
      MethodHandle close = find("close", ValueLayout.JAVA_INT, ValueLayout.JAVA_INT);
      int result = (int) close.invokeExact(descriptor);
      if (result != 0) {
        throw new IllegalStateException("the listener cannot be closed");
      }
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  private static MethodHandle find(String name, ValueLayout result, ValueLayout... arguments) {
    Linker linker = Linker.nativeLinker();
    return linker.downcallHandle(
        linker.defaultLookup().findOrThrow(name), FunctionDescriptor.of(result, arguments));
  }
}

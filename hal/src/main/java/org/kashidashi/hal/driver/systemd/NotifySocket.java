package org.kashidashi.hal.driver.systemd;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;

/**
 * A datagram socket of the local domain, which Java has none of. Any thread; it is open for the life
 * of the process.
 */
@SuppressWarnings("restricted")
final class NotifySocket {
  private static final int AF_UNIX = 1;
  private static final int SOCK_DGRAM = 2;
  private static final int SOCK_CLOEXEC = 0x80000;
  private static final int MSG_DONTWAIT = 0x40;
  private static final int MSG_NOSIGNAL = 0x4000;

  /** sockaddr_un: two bytes of family, then the path (unix(7)). */
  private static final int LONGEST_PATH = 107;

  private static final StructLayout STATE = Linker.Option.captureStateLayout();
  private static final long ERRNO =
      STATE.byteOffset(MemoryLayout.PathElement.groupElement("errno"));

  private final MethodHandle sendto;
  private final int descriptor;
  private final byte[] address;

  private NotifySocket(MethodHandle sendto, int descriptor, byte[] address) {
    this.sendto = sendto;
    this.descriptor = descriptor;
    this.address = address;
  }

  /**
   * A socket that sends to one address.
   *
   * @param path absolute, or beginning with @ for one without a file
   */
  static NotifySocket to(String path) throws IOException {
    byte[] name = path.getBytes(StandardCharsets.UTF_8);
    if (name.length > LONGEST_PATH || !(path.startsWith("/") || path.startsWith("@"))) {
      throw new IOException(
          "address '%s', need a path of at most %d bytes".formatted(path, LONGEST_PATH));
    }
    byte[] address = new byte[2 + name.length];
    address[0] = AF_UNIX; // both architectures are little-endian
    System.arraycopy(name, 0, address, 2, name.length);
    if (name[0] == '@') {
      address[2] = 0;
    }
    ValueLayout number = ValueLayout.JAVA_INT;
    MethodHandle socket = find("socket", number, number, number, number);
    MethodHandle sendto = find(
        "sendto",
        ValueLayout.JAVA_LONG,
        number,
        ValueLayout.ADDRESS,
        ValueLayout.JAVA_LONG,
        number,
        ValueLayout.ADDRESS,
        number);
    return new NotifySocket(sendto, open(socket), address);
  }

  /** Sends one message, or fails at once. */
  void send(String message) throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment state = arena.allocate(STATE);
      byte[] text = message.getBytes(StandardCharsets.UTF_8);
      MemorySegment bytes = arena.allocateFrom(ValueLayout.JAVA_BYTE, text);
      MemorySegment to = arena.allocateFrom(ValueLayout.JAVA_BYTE, address);
      long sent = (long) sendto.invokeExact(
          state,
          descriptor,
          bytes,
          (long) text.length,
          MSG_DONTWAIT | MSG_NOSIGNAL,
          to,
          address.length);
      if (sent < 0) {
        throw failure("sendto", state);
      }
    } catch (IOException e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("sendto could not be called", e);
    }
  }

  private static int open(MethodHandle socket) throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment state = arena.allocate(STATE);
      int descriptor = (int) socket.invokeExact(state, AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
      if (descriptor < 0) {
        throw failure("socket", state);
      }
      return descriptor;
    } catch (IOException e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("socket could not be called", e);
    }
  }

  private static IOException failure(String call, MemorySegment state) {
    return new IOException(
        "%s failed with errno %d".formatted(call, state.get(ValueLayout.JAVA_INT, ERRNO)));
  }

  private static MethodHandle find(String name, ValueLayout result, ValueLayout... arguments) {
    Linker linker = Linker.nativeLinker();
    return linker.downcallHandle(
        linker.defaultLookup().findOrThrow(name),
        FunctionDescriptor.of(result, arguments),
        Linker.Option.captureCallState("errno"));
  }
}

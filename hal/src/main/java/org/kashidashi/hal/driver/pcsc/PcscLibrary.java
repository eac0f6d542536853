package org.kashidashi.hal.driver.pcsc;

import java.lang.foreign.AddressLayout;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The functions of libpcsclite, one method each (PC/SC part 5, in the shape of pcsclite's
 * winscard.h). Any thread; each call blocks as the function does.
 *
 * <p>On 64-bit Linux pcsclite declares DWORD and LONG as (unsigned) long, so all of them are eight
 * bytes here, unlike on Windows; and it does not pack SCARD_READERSTATE, unlike on macOS.
 */
@SuppressWarnings("restricted")
final class PcscLibrary {
  static final int PROTOCOL_T0 = 1;
  static final int PROTOCOL_T1 = 2;

  private static final ValueLayout.OfLong DWORD = ValueLayout.JAVA_LONG;
  private static final ValueLayout.OfLong HANDLE = ValueLayout.JAVA_LONG;
  private static final AddressLayout POINTER = ValueLayout.ADDRESS;

  private static final int ATR_MAX = 33;

  /** SCARD_READERSTATE: szReader, pvUserData, dwCurrentState, dwEventState, cbAtr, rgbAtr. */
  private static final MemoryLayout READER_STATE = MemoryLayout.structLayout(
      POINTER,
      POINTER,
      DWORD,
      DWORD,
      DWORD,
      MemoryLayout.sequenceLayout(ATR_MAX, ValueLayout.JAVA_BYTE),
      MemoryLayout.paddingLayout(7));

  private static final long STATE_CURRENT = 16;
  private static final long STATE_EVENT = 24;

  private static final long SCOPE_SYSTEM = 2;
  private static final long SHARE_EXCLUSIVE = 1;
  private static final long SUCCESS = 0;

  /** More readers than a kiosk has USB ports, by far. */
  private static final int READER_NAMES_MAX = 8192;

  /** A short answer has 258 bytes at most; a driver that adds some is still heard out. */
  private static final int RESPONSE_MAX = 512;

  private final MethodHandle establishContext;
  private final MethodHandle releaseContext;
  private final MethodHandle listReaders;
  private final MethodHandle getStatusChange;
  private final MethodHandle cancel;
  private final MethodHandle connect;
  private final MethodHandle status;
  private final MethodHandle transmit;
  private final MethodHandle disconnect;

  PcscLibrary(SymbolLookup symbols) {
    establishContext = function(symbols, "SCardEstablishContext", DWORD, POINTER, POINTER, POINTER);
    releaseContext = function(symbols, "SCardReleaseContext", HANDLE);
    listReaders = function(symbols, "SCardListReaders", HANDLE, POINTER, POINTER, POINTER);
    getStatusChange = function(symbols, "SCardGetStatusChange", HANDLE, DWORD, POINTER, DWORD);
    cancel = function(symbols, "SCardCancel", HANDLE);
    connect = function(symbols, "SCardConnect", HANDLE, POINTER, DWORD, DWORD, POINTER, POINTER);
    status = function(
        symbols, "SCardStatus", HANDLE, POINTER, POINTER, POINTER, POINTER, POINTER, POINTER);
    transmit = function(
        symbols, "SCardTransmit", HANDLE, POINTER, POINTER, DWORD, POINTER, POINTER, POINTER);
    disconnect = function(symbols, "SCardDisconnect", HANDLE, DWORD);
  }

  /**
   * Loads the library, for the life of the process: calls into it may outlast any reader.
   *
   * @param file a path, or a name that the system's linker finds
   * @throws PcscException if it cannot be loaded, or is none that fits this machine
   */
  static PcscLibrary load(String file) throws PcscException {
    if (POINTER.byteSize() != DWORD.byteSize()) {
      throw new PcscException(
          PcscCode.OTHER,
          "this driver needs a 64-bit system; here pointers have %d bytes"
              .formatted(POINTER.byteSize()));
    }
    try {
      return new PcscLibrary(SymbolLookup.libraryLookup(file, Arena.global()));
    } catch (IllegalArgumentException e) {
      PcscException failure = new PcscException(
          PcscCode.NO_SERVICE,
          "library '%s' cannot be loaded; install libpcsclite1 or set its path".formatted(file));
      failure.initCause(e);
      throw failure;
    }
  }

  long establishContext() throws PcscException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment context = arena.allocate(HANDLE);
      check("SCardEstablishContext", () -> (long) establishContext.invokeExact(
          SCOPE_SYSTEM, MemorySegment.NULL, MemorySegment.NULL, context));
      return context.get(HANDLE, 0);
    }
  }

  void releaseContext(long context) throws PcscException {
    check("SCardReleaseContext", () -> (long) releaseContext.invokeExact(context));
  }

  /** The names of all slots; none when there is no reader. */
  List<String> listReaders(long context) throws PcscException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment names = arena.allocate(READER_NAMES_MAX);
      MemorySegment length = arena.allocateFrom(DWORD, READER_NAMES_MAX);
      long code =
          call(() -> (long) listReaders.invokeExact(context, MemorySegment.NULL, names, length));
      if (PcscCode.of(code) == PcscCode.NO_READERS_AVAILABLE) {
        return List.of();
      }
      if (code != SUCCESS) {
        throw PcscException.of("SCardListReaders", code);
      }
      return split(names, length.get(DWORD, 0));
    }
  }

  /**
   * Waits until a slot is no longer as known.
   *
   * @return the slots as they are, in the same order; as known when the time is over
   */
  List<SlotState> getStatusChange(long context, Duration timeout, List<SlotState> known)
      throws PcscException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment states = arena.allocate(READER_STATE, known.size());
      for (int i = 0; i < known.size(); i++) {
        long at = i * READER_STATE.byteSize();
        states.set(POINTER, at, arena.allocateFrom(known.get(i).reader()));
        states.set(
            DWORD, at + STATE_CURRENT, Integer.toUnsignedLong(known.get(i).bits()));
      }
      long code = call(() -> (long)
          getStatusChange.invokeExact(context, timeout.toMillis(), states, (long) known.size()));
      if (PcscCode.of(code) == PcscCode.TIMEOUT) {
        return known;
      }
      if (code != SUCCESS) {
        throw PcscException.of("SCardGetStatusChange", code);
      }
      List<SlotState> now = new ArrayList<>();
      for (int i = 0; i < known.size(); i++) {
        long bits = states.get(DWORD, i * READER_STATE.byteSize() + STATE_EVENT);
        now.add(new SlotState(known.get(i).reader(), (int) bits).acknowledged());
      }
      return now;
    }
  }

  /** Ends a running {@link #getStatusChange} in this context; any thread. */
  void cancel(long context) throws PcscException {
    check("SCardCancel", () -> (long) cancel.invokeExact(context));
  }

  /**
   * A connected card.
   *
   * @param handle as SCardConnect gave it
   * @param protocol the one that was agreed on
   */
  record Connected(long handle, long protocol) {}

  /** Connects to the card for exclusive use, by one of these protocols. */
  Connected connect(long context, String reader, long protocols) throws PcscException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment name = arena.allocateFrom(reader);
      MemorySegment handle = arena.allocate(HANDLE);
      MemorySegment protocol = arena.allocate(DWORD);
      check("SCardConnect", () ->
          (long) connect.invokeExact(context, name, SHARE_EXCLUSIVE, protocols, handle, protocol));
      return new Connected(handle.get(HANDLE, 0), protocol.get(DWORD, 0));
    }
  }

  /** The answer to reset of a connected card. */
  byte[] atr(Connected card) throws PcscException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment name = arena.allocate(READER_NAMES_MAX);
      MemorySegment nameLength = arena.allocateFrom(DWORD, READER_NAMES_MAX);
      MemorySegment state = arena.allocate(DWORD);
      MemorySegment protocol = arena.allocate(DWORD);
      MemorySegment atr = arena.allocate(ATR_MAX);
      MemorySegment length = arena.allocateFrom(DWORD, ATR_MAX);
      check("SCardStatus", () ->
          (long) status.invokeExact(card.handle(), name, nameLength, state, protocol, atr, length));
      return bytes(atr, length.get(DWORD, 0));
    }
  }

  byte[] transmit(Connected card, byte[] command) throws PcscException {
    try (Arena arena = Arena.ofConfined()) {
      // SCARD_IO_REQUEST: the protocol, and the length of this structure.
      MemorySegment header = arena.allocate(DWORD, 2);
      header.set(DWORD, 0, card.protocol());
      header.set(DWORD, DWORD.byteSize(), header.byteSize());
      MemorySegment request = arena.allocateFrom(ValueLayout.JAVA_BYTE, command);
      MemorySegment response = arena.allocate(RESPONSE_MAX);
      MemorySegment length = arena.allocateFrom(DWORD, RESPONSE_MAX);
      try {
        check("SCardTransmit", () -> (long) transmit.invokeExact(
            card.handle(),
            header,
            request,
            (long) command.length,
            MemorySegment.NULL,
            response,
            length));
      } finally {
        // It may hold a PIN, and the arena's memory is given back as it is.
        request.fill((byte) 0);
      }
      return bytes(response, length.get(DWORD, 0));
    }
  }

  void disconnect(Connected card, Disposition disposition) throws PcscException {
    check("SCardDisconnect", () -> (long) disconnect.invokeExact(card.handle(), disposition.value));
  }

  /** What becomes of a card when its connection ends. */
  enum Disposition {
    LEAVE(0),
    RESET(1);

    private final long value;

    Disposition(long value) {
      this.value = value;
    }
  }

  private interface NativeCall {
    long run() throws Throwable;
  }

  private static void check(String function, NativeCall body) throws PcscException {
    long code = call(body);
    if (code != SUCCESS) {
      throw PcscException.of(function, code);
    }
  }

  /** The code as 32 bits: pcsclite's LONG is wider, its codes are not. */
  private static long call(NativeCall body) {
    try {
      return body.run() & 0xFFFFFFFFL;
    } catch (Throwable e) {
      throw new AssertionError("a native function throws nothing; its declaration is wrong", e);
    }
  }

  private static MethodHandle function(
      SymbolLookup symbols, String name, MemoryLayout... arguments) {
    MemorySegment address = symbols
        .find(name)
        .orElseThrow(() -> new IllegalArgumentException("it has no function " + name));
    return Linker.nativeLinker().downcallHandle(address, FunctionDescriptor.of(HANDLE, arguments));
  }

  private static byte[] bytes(MemorySegment segment, long length) {
    return segment.asSlice(0, length).toArray(ValueLayout.JAVA_BYTE);
  }

  /** A multi-string: each name ends with a zero byte, the list with an empty name. */
  private static List<String> split(MemorySegment names, long length) {
    String all = new String(bytes(names, length), StandardCharsets.UTF_8);
    return Arrays.stream(all.split("\0")).filter(name -> !name.isEmpty()).toList();
  }
}

package org.kashidashi.hal.driver.pcsc;

import java.lang.foreign.AddressLayout;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * A libpcsclite of native functions written here, with one empty reader, whose functions hang and
 * fail as a test says: no real service can be stopped between two given calls.
 */
@SuppressWarnings("restricted")
final class StagedPcsc implements AutoCloseable {
  static final String READER = "Staged Reader 00 00";

  private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG;
  private static final AddressLayout POINTER = ValueLayout.ADDRESS;
  private static final AddressLayout OUT = POINTER.withTargetLayout(LONG);
  private static final AddressLayout NAMES =
      POINTER.withTargetLayout(MemoryLayout.sequenceLayout(64, ValueLayout.JAVA_BYTE));
  private static final AddressLayout READER_STATE =
      POINTER.withTargetLayout(MemoryLayout.sequenceLayout(10, LONG));
  private static final long STATE_CURRENT = 16;
  private static final long STATE_EVENT = 24;
  private static final long STATE_EMPTY = 0x10;
  private static final long CANCELLED = 0x80100002L;
  private static final long NO_SERVICE = 0x8010001DL;
  private static final long TIMEOUT = 0x8010000AL;

  private final Map<String, Long> failing = new ConcurrentHashMap<>();
  private final Set<String> hanging = ConcurrentHashMap.newKeySet();
  private final Map<String, String> hangingAfter = new ConcurrentHashMap<>();
  private final CountDownLatch thawed = new CountDownLatch(1);
  private final CountDownLatch waiting = new CountDownLatch(1);
  private final Semaphore cancels = new Semaphore(0);

  PcscLibrary library() {
    return new PcscLibrary(name -> Optional.of(
        switch (name) {
          case "SCardEstablishContext" -> stub("establish", LONG, POINTER, POINTER, OUT);
          case "SCardReleaseContext" -> stub("release", LONG);
          case "SCardListReaders" -> stub("list", LONG, POINTER, NAMES, OUT);
          case "SCardGetStatusChange" -> stub("statusChange", LONG, LONG, READER_STATE, LONG);
          case "SCardCancel" -> stub("cancel", LONG);
          case "SCardConnect" -> stub("connect", LONG, POINTER, LONG, LONG, POINTER, POINTER);
          // No test comes this far: no card is ever connected.
          default -> stub("release", LONG);
        }));
  }

  /** Makes a function return this code from now on; zero again for success. */
  void fail(String function, long code) {
    failing.put(function, code);
  }

  void hang(String function) {
    hanging.add(function);
  }

  /** Makes a function hang once another one was called. */
  void hangAfter(String first, String function) {
    hangingAfter.put(first, function);
  }

  /** Lets everything that hangs return, and hangs no more. */
  void thaw() {
    hangingAfter.clear();
    hanging.clear();
    thawed.countDown();
  }

  void awaitWait() throws InterruptedException {
    if (!waiting.await(10, TimeUnit.SECONDS)) {
      throw new IllegalStateException("nobody waits for a change");
    }
  }

  @Override
  public void close() {
    thaw();
  }

  long establish(long scope, MemorySegment none, MemorySegment nothing, MemorySegment context) {
    context.set(LONG, 0, 1);
    return answer("SCardEstablishContext");
  }

  long release(long context) {
    return answer("SCardReleaseContext");
  }

  long list(long context, MemorySegment groups, MemorySegment names, MemorySegment length) {
    names.setString(0, READER);
    names.set(ValueLayout.JAVA_BYTE, READER.length() + 1L, (byte) 0);
    length.set(LONG, 0, READER.length() + 2L);
    return answer("SCardListReaders");
  }

  long statusChange(long context, long millis, MemorySegment state, long count) {
    long code = answer("SCardGetStatusChange");
    if (code != 0) {
      return code;
    }
    if (state.get(LONG, STATE_CURRENT) != STATE_EMPTY) {
      state.set(LONG, STATE_EVENT, STATE_EMPTY);
      return 0;
    }
    if (millis > 0) {
      waiting.countDown();
    }
    try {
      return cancels.tryAcquire(millis, TimeUnit.MILLISECONDS) ? CANCELLED : TIMEOUT;
    } catch (InterruptedException e) {
      return interrupted();
    }
  }

  long cancel(long context) {
    long code = answer("SCardCancel");
    cancels.release();
    return code;
  }

  long connect(
      long context,
      MemorySegment reader,
      long share,
      long protocols,
      MemorySegment card,
      MemorySegment protocol) {
    return answer("SCardConnect");
  }

  private long answer(String function) {
    boolean hangs = hanging.contains(function);
    String next = hangingAfter.get(function);
    if (next != null) {
      hanging.add(next);
    }
    try {
      if (hangs) {
        thawed.await();
      }
    } catch (InterruptedException e) {
      return interrupted();
    }
    return failing.getOrDefault(function, 0L);
  }

  /** A test gave up on the caller; an exception in a native function would end the process. */
  private static long interrupted() {
    Thread.currentThread().interrupt();
    return NO_SERVICE;
  }

  private MemorySegment stub(String method, MemoryLayout... arguments) {
    FunctionDescriptor descriptor = FunctionDescriptor.of(LONG, arguments);
    MethodType type = descriptor.toMethodType();
    try {
      return Linker.nativeLinker()
          .upcallStub(MethodHandles.lookup().bind(this, method, type), descriptor, Arena.global());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(
          "no method %s%s".formatted(method, Arrays.toString(arguments)), e);
    }
  }
}

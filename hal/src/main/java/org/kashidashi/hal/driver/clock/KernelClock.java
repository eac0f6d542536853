package org.kashidashi.hal.driver.clock;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/** Asks the kernel for the state of its clock. */
interface KernelClock {
  /** What the kernel says of its clock. */
  enum State {
    SYNCHRONISED,
    UNSYNCHRONISED,
    /** The kernel does not say: not Linux, or the call is forbidden. */
    UNKNOWN
  }

  State state();

  /**
   * By adjtimex(2), reading only, on a 64-bit Linux: a time service of any kind clears STA_UNSYNC,
   * and the kernel sets it again when the estimated error passes 16 seconds.
   */
  @SuppressWarnings("restricted")
  static KernelClock linux() {
    Linker linker = Linker.nativeLinker();
    return linker
        .defaultLookup()
        .find("adjtimex")
        .filter(address -> ValueLayout.ADDRESS.byteSize() == 8)
        .map(address -> linker.downcallHandle(
            address, FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS)))
        .<KernelClock>map(adjtimex -> () -> ask(adjtimex))
        .orElse(() -> State.UNKNOWN);
  }

  private static State ask(MethodHandle adjtimex) {
    int timexBytes = 208;
    int statusOffset = 40;
    int unsynchronised = 0x40; // STA_UNSYNC
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment timex = arena.allocate(timexBytes, 8); // all zero: nothing is to be set
      if ((int) adjtimex.invokeExact(timex) < 0) {
        return State.UNKNOWN;
      }
      int status = timex.get(ValueLayout.JAVA_INT, statusOffset);
      return (status & unsynchronised) == 0 ? State.SYNCHRONISED : State.UNSYNCHRONISED;
    } catch (Throwable e) {
      throw new IllegalStateException("adjtimex could not be called", e);
    }
  }
}

package org.kashidashi.hal.driver.evdev;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.kashidashi.hal.posix.Posix;

/** Asks the kernel: request numbers as linux/input.h makes them on x86-64 and arm64. */
final class KernelQuestions implements DeviceQuestions {
  private static final int NAME_BYTES = 256;

  /** KEY_CNT of linux/input-event-codes.h, in bytes. */
  private static final int KEY_BYTES = 0x300 / 8;

  /** ABS_CNT, in bytes. */
  private static final int AXIS_BYTES = 0x40 / 8;

  /** LED_CNT, in bytes. */
  private static final int LIGHT_BYTES = 0x10 / 8;

  private static final int CLOCK_MONOTONIC = 1;
  private static final long EVIOCGID = read(0x02, 8);
  private static final long EVIOCGNAME = read(0x06, NAME_BYTES);
  private static final long EVIOCGMTSLOTS = read(0x0a, 4 * (1 + Contacts.MAXIMUM_SLOTS));
  private static final long EVIOCGKEY = read(0x18, KEY_BYTES);
  private static final long EVIOCGLED = read(0x19, LIGHT_BYTES);
  private static final long EVIOCGBIT_KEY = read(0x20 + EventCode.EV_KEY, KEY_BYTES);
  private static final long EVIOCGBIT_ABS = read(0x20 + EventCode.EV_ABS, AXIS_BYTES);
  private static final long EVIOCGRAB = write(0x90, 4);
  private static final long EVIOCSCLOCKID = write(0xa0, 4);

  private final Posix posix;

  KernelQuestions(Posix posix) {
    this.posix = posix;
  }

  @Override
  public DeviceDescription describe(EventFile file) throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment name = arena.allocate(NAME_BYTES);
      ask(file, EVIOCGNAME, name, "name");
      // struct input_id: bus type, vendor, product, version, 16 bits each.
      MemorySegment identity = arena.allocate(8, 8);
      ask(file, EVIOCGID, identity, "identity");
      ProductId product = new ProductId(
          Short.toUnsignedInt(identity.get(ValueLayout.JAVA_SHORT, 2)),
          Short.toUnsignedInt(identity.get(ValueLayout.JAVA_SHORT, 4)));
      return new DeviceDescription(
          text(name),
          product,
          bits(file, EVIOCGBIT_KEY, KEY_BYTES, "keys"),
          bits(file, EVIOCGBIT_ABS, AXIS_BYTES, "axes"));
    }
  }

  @Override
  public AxisState axis(EventFile file, int axis) throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      // struct input_absinfo: value, minimum, maximum, fuzz, flat, resolution.
      MemorySegment state = arena.allocate(24, 8);
      ask(file, read(0x40 + axis, 24), state, "axis");
      return new AxisState(
          state.get(ValueLayout.JAVA_INT, 0),
          new AxisRange(state.get(ValueLayout.JAVA_INT, 4), state.get(ValueLayout.JAVA_INT, 8)));
    }
  }

  @Override
  public Set<Integer> heldKeys(EventFile file) throws IOException {
    return bits(file, EVIOCGKEY, KEY_BYTES, "held keys");
  }

  @Override
  public Set<Integer> lights(EventFile file) throws IOException {
    return bits(file, EVIOCGLED, LIGHT_BYTES, "lights");
  }

  @Override
  public List<Integer> slots(EventFile file, int axis) throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      // The axis goes in, the values come out behind it; slots that do not exist stay as they are.
      MemorySegment request = arena.allocate(4L * (1 + Contacts.MAXIMUM_SLOTS), 8);
      request.fill((byte) 0xFF);
      request.set(ValueLayout.JAVA_INT, 0, axis);
      ask(file, EVIOCGMTSLOTS, request, "slots");
      List<Integer> values = new ArrayList<>();
      for (int slot = 1; slot <= Contacts.MAXIMUM_SLOTS; slot++) {
        values.add(request.getAtIndex(ValueLayout.JAVA_INT, slot));
      }
      return List.copyOf(values);
    }
  }

  @Override
  public void useMonotonicTime(EventFile file) throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment clock = arena.allocateFrom(ValueLayout.JAVA_INT, CLOCK_MONOTONIC);
      ask(file, EVIOCSCLOCKID, clock, "clock");
    }
  }

  @Override
  public void grab(EventFile file) throws IOException {
    posix.ioctl(file.descriptor(), EVIOCGRAB, 1).orThrow("grab of " + file.path());
  }

  private Set<Integer> bits(EventFile file, long request, int bytes, String what)
      throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment bitmap = arena.allocate(bytes, 8);
      ask(file, request, bitmap, what);
      // The kernel keeps bits in words of 64; on little-endian machines that is bytes in order.
      return BitSet.valueOf(bitmap.toArray(ValueLayout.JAVA_BYTE)).stream()
          .boxed()
          .collect(Collectors.toUnmodifiableSet());
    }
  }

  private void ask(EventFile file, long request, MemorySegment answer, String what)
      throws IOException {
    posix.ioctl(file.descriptor(), request, answer).orThrow(what + " of " + file.path());
  }

  /** The kernel ends the name with a zero, or cuts it without one. */
  private static String text(MemorySegment name) {
    byte[] octets = name.toArray(ValueLayout.JAVA_BYTE);
    int length = 0;
    while (length < octets.length && octets[length] != 0) {
      length++;
    }
    return new String(octets, 0, length, StandardCharsets.ISO_8859_1);
  }

  /** _IOC(_IOC_READ, 'E', number, size) of asm-generic/ioctl.h. */
  static long read(int number, int size) {
    return 2L << 30 | (long) size << 16 | 'E' << 8 | number;
  }

  /** _IOC(_IOC_WRITE, 'E', number, size) of asm-generic/ioctl.h. */
  static long write(int number, int size) {
    return 1L << 30 | (long) size << 16 | 'E' << 8 | number;
  }
}

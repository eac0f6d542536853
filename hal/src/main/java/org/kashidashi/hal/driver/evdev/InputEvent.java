package org.kashidashi.hal.driver.evdev;

import java.nio.ByteBuffer;

/**
 * One {@code struct input_event} of a 64-bit kernel (Documentation/input/input.rst): two 64-bit words
 * of time, type and code of 16 bits, a value of 32 bits; 24 bytes in the machine's own order.
 *
 * @param nanos when, on the clock that the device was told to use; may be anything
 */
record InputEvent(long nanos, int type, int code, int value) {
  static final int BYTES = 24;

  /** Takes the next event out of a buffer that holds at least one. */
  static InputEvent from(ByteBuffer buffer) {
    long seconds = buffer.getLong();
    long micros = buffer.getLong();
    int type = Short.toUnsignedInt(buffer.getShort());
    int code = Short.toUnsignedInt(buffer.getShort());
    // Overflow is harmless: only differences are looked at.
    return new InputEvent(seconds * 1_000_000_000 + micros * 1_000, type, code, buffer.getInt());
  }

  boolean is(int wantedType, int wantedCode) {
    return type == wantedType && code == wantedCode;
  }
}

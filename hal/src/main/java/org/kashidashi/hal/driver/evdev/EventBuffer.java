package org.kashidashi.hal.driver.evdev;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/** Cuts what was read into events; a piece of one waits for its rest. */
final class EventBuffer {
  /** As many as the kernel keeps for a slow reader of a keyboard. */
  private static final int EVENTS = 64;

  private final byte[] chunk = new byte[EVENTS * InputEvent.BYTES];
  private final ByteBuffer buffer = ByteBuffer.allocate(chunk.length + InputEvent.BYTES)
      .order(ByteOrder.nativeOrder())
      .flip();

  /** Reads more, when {@link #next} has given all; gives false if the device has gone. */
  boolean fill(EventDevice device) {
    int count = device.read(chunk);
    if (count > 0) {
      buffer.compact().put(chunk, 0, count).flip();
    }
    return count >= 0;
  }

  boolean isEmpty() {
    return buffer.remaining() < InputEvent.BYTES;
  }

  Optional<InputEvent> next() {
    return isEmpty() ? Optional.empty() : Optional.of(InputEvent.from(buffer));
  }

  void clear() {
    buffer.clear().flip();
  }
}

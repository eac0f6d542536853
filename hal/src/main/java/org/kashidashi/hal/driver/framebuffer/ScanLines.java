package org.kashidashi.hal.driver.framebuffer;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;

/** Some scanned lines in memory, and the way they go to the device. */
final class ScanLines {
  private final FileChannel device;
  private final FramebufferMode mode;
  private final int[] pixels;
  private final short[] line;
  private final ByteBuffer bytes;

  /**
   * @param lines how many at once
   */
  ScanLines(FileChannel device, FramebufferMode mode, int lines) {
    this.device = device;
    this.mode = mode;
    this.pixels = new int[lines * mode.width()];
    this.line = new short[mode.format().bits() == 16 ? mode.width() : 0];
    // A buffer on the heap would be copied into one like this on every write.
    this.bytes = ByteBuffer.allocateDirect(pixels.length * mode.format().bytes())
        .order(ByteOrder.nativeOrder());
  }

  /** To be painted on: the lines one after the other, each pixel as the device wants it. */
  int[] pixels() {
    return pixels;
  }

  /** Writes whole lines: at once if they follow each other, since a call costs more than a line. */
  void write(int top, int lines) throws IOException {
    if (mode.hasNoGaps()) {
      bytes.clear();
      put(0, lines * mode.width());
      send(mode.offset(0, top));
    } else {
      write(top, lines, 0, mode.width());
    }
  }

  /** Writes so many pixels of each line, starting at {@code left}. */
  void write(int top, int lines, int left, int width) throws IOException {
    for (int y = 0; y < lines; y++) {
      bytes.clear();
      put(y * mode.width() + left, width);
      send(mode.offset(left, top + y));
    }
  }

  private void put(int from, int count) {
    if (line.length == 0) {
      bytes.asIntBuffer().put(pixels, from, count);
      bytes.position(count * Integer.BYTES);
      return;
    }
    for (int done = 0; done < count; done += line.length) {
      int some = Math.min(line.length, count - done);
      for (int i = 0; i < some; i++) {
        line[i] = (short) pixels[from + done + i];
      }
      bytes.asShortBuffer().put(line, 0, some);
      bytes.position(bytes.position() + some * Short.BYTES);
    }
  }

  private void send(long offset) throws IOException {
    bytes.flip();
    long at = offset;
    while (bytes.hasRemaining()) {
      int count = device.write(bytes, at);
      if (count <= 0) {
        throw new IOException("the device took %d bytes at %d".formatted(count, at));
      }
      at += count;
    }
  }
}

package org.kashidashi.hal.driver.framebuffer;

import com.googlecode.lanterna.TerminalSize;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.kashidashi.hal.display.FontList;
import org.kashidashi.hal.display.GlassSize;
import org.kashidashi.hal.display.Rotation;
import org.kashidashi.hal.display.TextSize;

/** A plain file and a folder that stand for a frame buffer, and an eye that looks at it. */
record FrameFile(Path folder, int width, int height, int bits, int stride) {
  /** Fills what nobody has painted yet. */
  static final byte UNTOUCHED = 0x5A;

  static FrameFile create(Path folder, int width, int height, int bits, int padding) {
    FrameFile file = new FrameFile(folder, width, height, bits, width * bits / 8 + padding);
    file.describe("virtual_size", width + "," + height);
    file.describe("bits_per_pixel", Integer.toString(bits));
    file.describe("stride", Integer.toString(file.stride));
    file.forget();
    return file;
  }

  Path device() {
    return folder.resolve("fb0");
  }

  void describe(String name, String content) {
    try {
      Files.writeString(folder.resolve(name), content + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Wipes the memory, so that what is written next can be told from what was there. */
  void forget() {
    byte[] memory = new byte[stride * height];
    Arrays.fill(memory, UNTOUCHED);
    try {
      Files.write(device(), memory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  byte[] memory() {
    try {
      return Files.readAllBytes(device());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Bytes written since {@link #forget}; the colours of these tests have no byte 0x5A. */
  int written() {
    int count = 0;
    for (byte octet : memory()) {
      count += octet == UNTOUCHED ? 0 : 1;
    }
    return count;
  }

  FramebufferSettings settings(Rotation rotation, TerminalSize least) {
    return new FramebufferSettings(
        device(),
        folder,
        rotation,
        GlassSize.UNKNOWN,
        (size, _, _) -> size == TextSize.NORMAL
            ? least
            : new TerminalSize(least.getColumns() / 2, least.getRows() / 2),
        List.of(),
        FramebufferSettings.Ending.PICTURE_STAYS,
        FontList.debian());
  }

  /** What stands before a patron's eyes: the panel, turned back. */
  BufferedImage picture(Rotation rotation) {
    boolean sideways = rotation.isSideways();
    BufferedImage seen = new BufferedImage(
        sideways ? height : width, sideways ? width : height, BufferedImage.TYPE_INT_RGB);
    ByteBuffer memory = ByteBuffer.wrap(memory()).order(ByteOrder.LITTLE_ENDIAN);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int rgb = rgb(memory, y * stride + x * bits / 8);
        switch (rotation) {
          case NONE -> seen.setRGB(x, y, rgb);
          case CLOCKWISE_90 -> seen.setRGB(y, width - 1 - x, rgb);
          case CLOCKWISE_180 -> seen.setRGB(width - 1 - x, height - 1 - y, rgb);
          case CLOCKWISE_270 -> seen.setRGB(height - 1 - y, x, rgb);
        }
      }
    }
    return seen;
  }

  private int rgb(ByteBuffer memory, int at) {
    if (bits == 32) {
      return memory.getInt(at) & 0xFFFFFF;
    }
    int pixel = memory.getShort(at) & 0xFFFF;
    return (pixel >> 11) << 19 | (pixel >> 5 & 0x3F) << 10 | (pixel & 0x1F) << 3;
  }

  /** A colour as it comes back from a panel of so many bits. */
  static int seen(int rgb, int bits) {
    return bits == 32 ? rgb & 0xFFFFFF : rgb & 0xF8FCF8;
  }
}

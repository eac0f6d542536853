package org.kashidashi.hal.driver.framebuffer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kashidashi.hal.display.DisplayException;

/**
 * Where the visible pixels lie in the memory of a frame buffer.
 *
 * @param left visible pixels start so many into a line
 * @param top and so many lines down
 * @param stride bytes from one line to the next
 */
record FramebufferMode(int left, int top, int width, int height, int stride, PixelFormat format) {
  /** Beyond any panel; keeps every product of these numbers within an int. */
  private static final int LARGEST_SIDE = 16_384;

  private static final int LARGEST_STRIDE = 4 * LARGEST_SIDE;

  /** The kernel's longest answer here is "16384,16384" and a line end. */
  private static final int LONGEST_ANSWER = 64;

  private static final Pattern SIZE = Pattern.compile("([0-9]{1,5}),([0-9]{1,5})");
  private static final Pattern NUMBER = Pattern.compile("([0-9]{1,6})");

  /**
   * @param device for messages
   * @param variables struct fb_var_screeninfo as the device gave it; empty if it gave none, and
   *     everything that sysfs tells is taken to be visible
   */
  static FramebufferMode read(Path device, Path sysfs, byte[] variables) throws DisplayException {
    List<Integer> size = numbers(sysfs.resolve("virtual_size"), SIZE);
    int bits = numbers(sysfs.resolve("bits_per_pixel"), NUMBER).getFirst();
    int stride = numbers(sysfs.resolve("stride"), NUMBER).getFirst();
    if (bits != 16 && bits != 32) {
      throw new DisplayException(
          "panel %s has %d bits a pixel, need 16 or 32: set them in the kernel's video= option"
              .formatted(device, bits));
    }
    FramebufferMode whole = new FramebufferMode(
        0,
        0,
        size.getFirst(),
        size.getLast(),
        stride,
        bits == 16 ? PixelFormat.RGB565 : PixelFormat.XRGB8888);
    FramebufferMode mode =
        variables.length == 0 ? whole : whole.visible(device, ByteBuffer.wrap(variables));
    mode.check(device, size.getFirst(), size.getLast());
    return mode;
  }

  /** Where the visible pixel lies in the device. */
  long offset(int x, int y) {
    return (long) (top + y) * stride + (long) (left + x) * format.bytes();
  }

  /** Whether one line ends where the next begins. */
  boolean hasNoGaps() {
    return stride == width * format.bytes();
  }

  /**
   * xres, yres, xres_virtual, yres_virtual, xoffset, yoffset, bits_per_pixel, grayscale, then red,
   * green and blue with three numbers each; all of 32 bits.
   */
  private FramebufferMode visible(Path device, ByteBuffer variables) throws DisplayException {
    variables.order(ByteOrder.nativeOrder());
    try {
      PixelFormat told = new PixelFormat(
          variables.getInt(24),
          new PixelFormat.Channel(variables.getInt(32), variables.getInt(36)),
          new PixelFormat.Channel(variables.getInt(44), variables.getInt(48)),
          new PixelFormat.Channel(variables.getInt(56), variables.getInt(60)));
      return new FramebufferMode(
          variables.getInt(16),
          variables.getInt(20),
          variables.getInt(0),
          variables.getInt(4),
          stride,
          told);
    } catch (IllegalArgumentException e) {
      throw new DisplayException(
          "panel %s cannot be drawn on: %s".formatted(device, e.getMessage()), e);
    }
  }

  private void check(Path device, int virtualWidth, int virtualHeight) throws DisplayException {
    boolean sound = isInside(left, width, virtualWidth)
        && isInside(top, height, virtualHeight)
        && virtualWidth <= LARGEST_SIDE
        && virtualHeight <= LARGEST_SIDE
        && stride <= LARGEST_STRIDE
        && stride >= virtualWidth * format.bytes();
    if (!sound) {
      throw new DisplayException(
          ("panel %s shows %d x %d pixels from (%d, %d) of %d x %d, %d bits each, %d bytes a line:"
                  + " that is no panel, check its driver")
              .formatted(
                  device,
                  width,
                  height,
                  left,
                  top,
                  virtualWidth,
                  virtualHeight,
                  format.bits(),
                  stride));
    }
  }

  private static boolean isInside(int from, int length, int whole) {
    return from >= 0 && length >= 1 && length <= whole && from <= whole - length;
  }

  private static List<Integer> numbers(Path file, Pattern pattern) throws DisplayException {
    String answer = answer(file);
    Matcher matcher = pattern.matcher(answer);
    if (!matcher.matches()) {
      throw new DisplayException("%s says '%s', need %s: name the folder of a frame buffer"
          .formatted(file, printable(answer), pattern == SIZE ? "width,height" : "a number"));
    }
    return matcher.toMatchResult().groupCount() == 1
        ? List.of(Integer.parseInt(matcher.group(1)))
        : List.of(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
  }

  private static String answer(Path file) throws DisplayException {
    try (InputStream stream = Files.newInputStream(file)) {
      return new String(stream.readNBytes(LONGEST_ANSWER), StandardCharsets.US_ASCII).strip();
    } catch (IOException e) {
      throw new DisplayException(
          "%s cannot be read: name the folder of a frame buffer, and load the panel's driver"
              .formatted(file),
          e);
    }
  }

  private static String printable(String answer) {
    return answer.replaceAll("[^ -~]", "?");
  }
}

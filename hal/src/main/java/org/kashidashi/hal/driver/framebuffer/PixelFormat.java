package org.kashidashi.hal.driver.framebuffer;

/**
 * How a colour is written into 16 or 32 bits.
 *
 * <p>Source: Linux, include/uapi/linux/fb.h, struct fb_bitfield: offset from the right, and length.
 */
record PixelFormat(int bits, Channel red, Channel green, Channel blue) {
  static final PixelFormat RGB565 =
      new PixelFormat(16, new Channel(11, 5), new Channel(5, 6), new Channel(0, 5));
  static final PixelFormat XRGB8888 =
      new PixelFormat(32, new Channel(16, 8), new Channel(8, 8), new Channel(0, 8));

  /** The bits of one colour. */
  record Channel(int offset, int length) {
    private boolean fits(int bits) {
      return offset >= 0 && length >= 1 && length <= 8 && offset <= bits - length;
    }

    private int mask() {
      return ((1 << length) - 1) << offset;
    }

    private int encode(int value) {
      return (value >> (8 - length)) << offset;
    }
  }

  PixelFormat {
    boolean sound = (bits == 16 || bits == 32)
        && red.fits(bits)
        && green.fits(bits)
        && blue.fits(bits)
        && (red.mask() & green.mask()) == 0
        && (red.mask() & blue.mask()) == 0
        && (green.mask() & blue.mask()) == 0;
    if (!sound) {
      throw new IllegalArgumentException(
          "%d bits a pixel with red %s, green %s, blue %s, need 16 or 32 and channels apart"
              .formatted(bits, red, green, blue));
    }
  }

  int bytes() {
    return bits / 8;
  }

  /** What stands in memory, in the machine's own byte order, for a colour 0xRRGGBB. */
  int encode(int rgb) {
    return red.encode(rgb >> 16 & 0xFF) | green.encode(rgb >> 8 & 0xFF) | blue.encode(rgb & 0xFF);
  }
}

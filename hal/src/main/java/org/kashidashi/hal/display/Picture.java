package org.kashidashi.hal.display;

/** A picture to be drawn among the cells, which may be transparent. */
public final class Picture {
  /** For displays that show none. */
  public static final Picture NONE = new Picture(1, 1, new int[1]);

  /** Bytes of a file; a logo takes a few thousand. */
  public static final int LARGEST_FILE = 256 * 1024;

  private final int width;
  private final int height;
  private final int[] argb;

  /**
   * A picture of what is painted already.
   *
   * @param argb each pixel as 0xAARRGGBB, row by row; not copied
   */
  Picture(int width, int height, int[] argb) {
    if (width < 1 || height < 1 || argb.length != width * height) {
      throw new IllegalArgumentException(
          "%d pixels for a picture of %d x %d".formatted(argb.length, width, height));
    }
    this.width = width;
    this.height = height;
    this.argb = argb;
  }

  /**
   * A picture from the content of a PNG file.
   *
   * @throws PictureException if it is no such file, too large, or of a kind that is not read
   */
  public static Picture ofPng(byte[] png) throws PictureException {
    return new PngReader(png).read();
  }

  public int width() {
    return width;
  }

  public int height() {
    return height;
  }

  int argb(int x, int y) {
    return argb[y * width + x];
  }

  /**
   * As large as there is room for, in the middle of it, but never larger than it is.
   *
   * @param edge pixels of the room that stay empty on each side
   */
  Picture fittedInto(int roomWidth, int roomHeight, int edge) {
    int innerWidth = Math.max(1, roomWidth - 2 * edge);
    int innerHeight = Math.max(1, roomHeight - 2 * edge);
    double shrunk =
        Math.min(1, Math.min((double) innerWidth / width, (double) innerHeight / height));
    int newWidth = Math.clamp(Math.round(width * shrunk), 1, innerWidth);
    int newHeight = Math.clamp(Math.round(height * shrunk), 1, innerHeight);
    int left = (roomWidth - newWidth) / 2;
    int top = (roomHeight - newHeight) / 2;
    int[] fitted = new int[roomWidth * roomHeight];
    for (int y = 0; y < newHeight; y++) {
      for (int x = 0; x < newWidth; x++) {
        fitted[(top + y) * roomWidth + left + x] = average(
            x * width / newWidth,
            y * height / newHeight,
            Math.ceilDiv((x + 1) * width, newWidth),
            Math.ceilDiv((y + 1) * height, newHeight));
      }
    }
    return new Picture(roomWidth, roomHeight, fitted);
  }

  /** Colours count as much as they cover. */
  private int average(int fromX, int fromY, int toX, int toY) {
    long[] sums = new long[3];
    long cover = 0;
    for (int y = fromY; y < toY; y++) {
      for (int x = fromX; x < toX; x++) {
        int pixel = argb(x, y);
        int alpha = pixel >>> 24;
        cover += alpha;
        for (int channel = 0; channel < sums.length; channel++) {
          sums[channel] += (long) alpha * (pixel >> (8 * channel) & 0xFF);
        }
      }
    }
    if (cover == 0) {
      return 0;
    }
    long count = (long) (toX - fromX) * (toY - fromY);
    int pixel = (int) (cover / count) << 24;
    for (int channel = 0; channel < sums.length; channel++) {
      pixel |= (int) (sums[channel] / cover) << (8 * channel);
    }
    return pixel;
  }
}

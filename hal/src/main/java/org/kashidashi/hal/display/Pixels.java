package org.kashidashi.hal.display;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** A picture in memory, without a toolkit for windows. */
public final class Pixels {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
  private static final int BYTES_PER_PIXEL = 3;
  private static final byte BITS_PER_SAMPLE = 8;
  private static final byte TRUE_COLOUR = 2;

  private final int width;
  private final int height;
  private final int[] rgb;

  /**
   * A picture of what is painted already.
   *
   * @param rgb each pixel as 0xRRGGBB, row by row; not copied
   */
  public Pixels(int width, int height, int[] rgb) {
    if (width < 1 || height < 1 || rgb.length != width * height) {
      throw new IllegalArgumentException(
          "%d pixels for a picture of %d x %d".formatted(rgb.length, width, height));
    }
    this.width = width;
    this.height = height;
    this.rgb = rgb;
  }

  public int width() {
    return width;
  }

  public int height() {
    return height;
  }

  /** Each pixel as 0xRRGGBB, row by row; a copy. */
  public int[] rgb() {
    return rgb.clone();
  }

  /** The picture as a PNG file (ISO/IEC 15948): true colour, no filter. */
  public byte[] toPng() {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    png.writeBytes(SIGNATURE);
    ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(height);
    header.put(BITS_PER_SAMPLE).put(TRUE_COLOUR);
    chunk(png, "IHDR", header.array());
    chunk(png, "IDAT", deflated(scanLines()));
    chunk(png, "IEND", new byte[0]);
    return png.toByteArray();
  }

  private byte[] scanLines() {
    ByteBuffer lines = ByteBuffer.allocate(height * (1 + width * BYTES_PER_PIXEL));
    for (int y = 0; y < height; y++) {
      lines.put((byte) 0);
      for (int x = 0; x < width; x++) {
        int pixel = rgb[y * width + x];
        lines.put((byte) (pixel >> 16)).put((byte) (pixel >> 8)).put((byte) pixel);
      }
    }
    return lines.array();
  }

  private static byte[] deflated(byte[] bytes) {
    try (Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION)) {
      deflater.setInput(bytes);
      deflater.finish();
      ByteArrayOutputStream deflated = new ByteArrayOutputStream();
      byte[] buffer = new byte[1 << 16];
      while (!deflater.finished()) {
        deflated.write(buffer, 0, deflater.deflate(buffer));
      }
      return deflated.toByteArray();
    }
  }

  private static void chunk(ByteArrayOutputStream png, String type, byte[] content) {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 sum = new CRC32();
    sum.update(name);
    sum.update(content);
    png.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(content.length).array());
    png.writeBytes(name);
    png.writeBytes(content);
    png.writeBytes(
        ByteBuffer.allocate(Integer.BYTES).putInt((int) sum.getValue()).array());
  }
}

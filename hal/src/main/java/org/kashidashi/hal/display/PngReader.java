package org.kashidashi.hal.display;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Reads one PNG file (ISO/IEC 15948) without a toolkit for windows: grey, RGB and RGBA of eight
 * bits a sample, not interlaced. Nothing else is taken, and no claim of the file is trusted.
 */
final class PngReader {
  /** More than any panel has room for. */
  static final int LARGEST_SIDE = 1_024;

  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
  private static final int HEADER = 13;

  /** Length, name and sum around what a chunk holds. */
  private static final int AROUND_CHUNK = 12;

  private final ByteBuffer file;
  private final ByteArrayOutputStream deflated = new ByteArrayOutputStream();

  PngReader(byte[] file) {
    this.file = ByteBuffer.wrap(file);
  }

  private record Header(int width, int height, int channels) {
    int lineLength() {
      return width * channels;
    }
  }

  private record Chunk(String name, ByteBuffer content) {}

  Picture read() throws PictureException {
    if (file.remaining() > Picture.LARGEST_FILE) {
      throw new PictureException("it has more than the %d bytes that are allowed: make it smaller"
          .formatted(Picture.LARGEST_FILE));
    }
    byte[] start = new byte[Math.min(SIGNATURE.length, file.remaining())];
    file.get(start);
    if (!Arrays.equals(start, SIGNATURE)) {
      throw new PictureException("it is no PNG file: save it as one");
    }
    Chunk first = chunk();
    if (!first.name().equals("IHDR") || first.content().remaining() != HEADER) {
      throw damaged("it begins with '%s'".formatted(first.name()));
    }
    Header header = header(first.content());
    Chunk next = chunk();
    while (!next.name().equals("IEND")) {
      if (next.name().equals("IDAT")) {
        deflated.write(
            next.content().array(), next.content().arrayOffset(), next.content().remaining());
      }
      next = chunk();
    }
    return picture(header, inflated(header));
  }

  private Chunk chunk() throws PictureException {
    if (file.remaining() < AROUND_CHUNK) {
      throw damaged("it ends too early");
    }
    int length = file.getInt();
    if (length < 0 || length > file.remaining() - 8) {
      throw damaged("a part of %d bytes goes beyond its end".formatted(length));
    }
    byte[] named = new byte[4 + length];
    file.get(named);
    CRC32 sum = new CRC32();
    sum.update(named);
    if ((int) sum.getValue() != file.getInt()) {
      throw damaged("a checksum is wrong");
    }
    String name = new String(named, 0, 4, StandardCharsets.ISO_8859_1);
    boolean needed = (named[0] & 0x20) == 0;
    if (needed && !name.matches("IHDR|IDAT|IEND|PLTE")) {
      throw damaged("it needs what this program does not know");
    }
    return new Chunk(name, ByteBuffer.wrap(named, 4, length).slice());
  }

  private static Header header(ByteBuffer content) throws PictureException {
    int width = content.getInt();
    int height = content.getInt();
    int bits = content.get();
    int colours = content.get();
    int compression = content.get();
    int filter = content.get();
    int interlace = content.get();
    if (width < 1 || height < 1 || width > LARGEST_SIDE || height > LARGEST_SIDE) {
      throw new PictureException("it has %d x %d pixels, at most %d x %d are allowed: shrink it"
          .formatted(width, height, LARGEST_SIDE, LARGEST_SIDE));
    }
    int channels = switch (colours) {
      case 0 -> 1;
      case 2 -> 3;
      case 6 -> 4;
      default -> 0;
    };
    if (bits != 8 || channels == 0 || compression != 0 || filter != 0 || interlace != 0) {
      throw new PictureException(
          ("it is of colour type %d with %d bits and interlace %d: save it as grey, RGB or RGBA"
                  + " with 8 bits, not interlaced")
              .formatted(colours, bits, interlace));
    }
    return new Header(width, height, channels);
  }

  /** Exactly as many bytes as the picture has, however much the file claims to hold. */
  private byte[] inflated(Header header) throws PictureException {
    byte[] lines = new byte[header.height() * (1 + header.lineLength())];
    try (Inflater inflater = new Inflater()) {
      inflater.setInput(deflated.toByteArray());
      int done = 0;
      while (done < lines.length) {
        int some = inflater.inflate(lines, done, lines.length - done);
        if (some == 0) {
          throw damaged("it holds %d of %d bytes".formatted(done, lines.length));
        }
        done += some;
      }
      return lines;
    } catch (DataFormatException e) {
      throw damaged(String.valueOf(e.getMessage()));
    }
  }

  private static Picture picture(Header header, byte[] lines) throws PictureException {
    int[] argb = new int[header.width() * header.height()];
    byte[] above = new byte[header.lineLength()];
    for (int y = 0; y < header.height(); y++) {
      int start = y * (1 + header.lineLength());
      byte[] line = Arrays.copyOfRange(lines, start + 1, start + 1 + header.lineLength());
      unfilter(lines[start], line, above, header.channels());
      for (int x = 0; x < header.width(); x++) {
        argb[y * header.width() + x] = pixel(line, x * header.channels(), header.channels());
      }
      above = line;
    }
    return new Picture(header.width(), header.height(), argb);
  }

  private static int pixel(byte[] line, int at, int channels) {
    int red = line[at] & 0xFF;
    int green = channels == 1 ? red : line[at + 1] & 0xFF;
    int blue = channels == 1 ? red : line[at + 2] & 0xFF;
    int alpha = channels == 4 ? line[at + 3] & 0xFF : 0xFF;
    return alpha << 24 | red << 16 | green << 8 | blue;
  }

  /** Clause 9: each byte was written as its difference to what stands left of it and above. */
  private static void unfilter(byte filter, byte[] line, byte[] above, int channels)
      throws PictureException {
    if (filter < 0 || filter > 4) {
      throw damaged("a line has filter %d".formatted(filter));
    }
    for (int at = 0; at < line.length; at++) {
      int left = at < channels ? 0 : line[at - channels] & 0xFF;
      int up = above[at] & 0xFF;
      int upLeft = at < channels ? 0 : above[at - channels] & 0xFF;
      line[at] += (byte)
          switch (filter) {
            case 1 -> left;
            case 2 -> up;
            case 3 -> (left + up) / 2;
            case 4 -> nearest(left, up, upLeft);
            default -> 0;
          };
    }
  }

  /** The Paeth predictor, clause 9.4. */
  private static int nearest(int left, int up, int upLeft) {
    int estimate = left + up - upLeft;
    int toLeft = Math.abs(estimate - left);
    int toUp = Math.abs(estimate - up);
    int toUpLeft = Math.abs(estimate - upLeft);
    if (toLeft <= toUp && toLeft <= toUpLeft) {
      return left;
    }
    return toUp <= toUpLeft ? up : upLeft;
  }

  private static PictureException damaged(String why) {
    return new PictureException("the PNG file is damaged, %s: save it anew".formatted(why));
  }
}

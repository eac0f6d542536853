package org.kashidashi.hal.display;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.googlecode.lanterna.TerminalSize;
import com.googlecode.lanterna.TextColor;
import com.googlecode.lanterna.graphics.BasicTextImage;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PictureTest {
  private static final CellStyle STYLE =
      new CellStyle(TextColor.ANSI.BLACK, new TextColor.RGB(0, 0x22, 0x55));

  @ParameterizedTest
  @ValueSource(
      ints = {BufferedImage.TYPE_BYTE_GRAY, BufferedImage.TYPE_INT_RGB, BufferedImage.TYPE_INT_ARGB
      })
  void readsWhatOthersWrite(int type) throws Exception {
    BufferedImage image = new BufferedImage(61, 37, type);
    RandomGenerator random = new SplittableRandom(type);
    for (int i = 0; i < 61 * 37; i++) {
      int shade = 3 * (i % 61) + i / 61 + (random.nextInt(9) == 0 ? 20 : 0);
      image.setRGB(i % 61, i / 61, (i & 0xFF) << 24 | shade << 16 | (255 - shade) << 8 | shade);
    }
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    assertTrue(ImageIO.write(image, "png", png));
    Picture picture = Picture.ofPng(png.toByteArray());
    BufferedImage read = ImageIO.read(new ByteArrayInputStream(png.toByteArray()));
    int[] sample = new int[4];
    for (int i = 0; i < 61 * 37; i++) {
      int expected = read.getRGB(i % 61, i / 61);
      if (type == BufferedImage.TYPE_BYTE_GRAY) {
        // What the file holds; getRGB would take its grey for linear light.
        int grey = read.getRaster().getPixel(i % 61, i / 61, sample)[0];
        expected = 0xFF000000 | grey << 16 | grey << 8 | grey;
      }
      assertEquals(expected, picture.argb(i % 61, i / 61), "pixel " + i);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4})
  void undoesEveryFilter(int filter) throws Exception {
    byte[] lines = {(byte) filter, 10, 20, 30, (byte) filter, 1, 2, 3};
    Picture picture = Picture.ofPng(png(3, 2, 8, 0, 0, lines));
    int[][] expected = {
      {10, 20, 30, 1, 2, 3},
      {10, 30, 60, 1, 3, 6},
      {10, 20, 30, 11, 22, 33},
      {10, 25, 42, 6, 17, 32},
      {10, 30, 60, 11, 32, 63}
    };
    for (int i = 0; i < 6; i++) {
      assertEquals(expected[filter][i], picture.argb(i % 3, i / 3) & 0xFF, "pixel " + i);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "3, 2, 8, 3, 0, colour type 3",
    "3, 2, 16, 2, 0, 16 bits",
    "3, 2, 8, 0, 1, interlace 1",
    "1025, 1, 8, 0, 0, 1025 x 1 pixels",
    "0, 1, 8, 0, 0, 0 x 1 pixels",
    "3, 2000000000, 8, 0, 0, 2000000000 pixels",
    "30, 20, 8, 0, 0, holds 8 of 620 bytes",
  })
  void refusesOtherKindsAndSaysWhy(
      int width, int height, int bits, int colours, int interlace, String why) {
    byte[] png = png(width, height, bits, colours, interlace, new byte[8]);
    PictureException refusal = assertThrows(PictureException.class, () -> Picture.ofPng(png));
    assertTrue(refusal.toString().contains(why), refusal.toString());
  }

  @Test
  void refusesEveryFileThatIsCutOrChanged() {
    byte[] png = png(3, 2, 8, 0, 0, new byte[8]);
    for (int length = 0; length < png.length; length++) {
      byte[] cut = Arrays.copyOf(png, length);
      assertThrows(PictureException.class, () -> Picture.ofPng(cut), "cut at " + length);
      byte[] changed = png.clone();
      changed[length] ^= 0x41;
      assertThrows(PictureException.class, () -> Picture.ofPng(changed), "changed at " + length);
    }
  }

  @Test
  void refusesLargeFileAndLineOfUnknownFilter() {
    PictureException large = assertThrows(
        PictureException.class, () -> Picture.ofPng(new byte[Picture.LARGEST_FILE + 1]));
    assertTrue(large.toString().contains("262144 bytes"), large.toString());
    byte[] odd = png(3, 2, 8, 0, 0, new byte[] {5, 0, 0, 0, 0, 0, 0, 0});
    assertThrows(PictureException.class, () -> Picture.ofPng(odd));
  }

  @Test
  void readsNoMoreThanThePictureHas() throws Exception {
    Picture picture = Picture.ofPng(png(3, 2, 8, 0, 0, new byte[50_000_000]));
    assertEquals(3, picture.width());
    assertEquals(0xFF000000, picture.argb(2, 1));
  }

  @Test
  void shrinksToTheRoomAndKeepsItsShape() throws Exception {
    byte[] lines = new byte[40 * 21];
    Arrays.fill(lines, (byte) 0x80);
    for (int y = 0; y < 40; y++) {
      lines[y * 21] = 0;
    }
    Picture fitted = Picture.ofPng(png(20, 40, 8, 0, 0, lines)).fittedInto(30, 24, 2);
    for (int i = 0; i < 30 * 24; i++) {
      boolean inside = i % 30 >= 10 && i % 30 < 20 && i / 30 >= 2 && i / 30 < 22;
      assertEquals(inside ? 0xFF808080 : 0, fitted.argb(i % 30, i / 30), "pixel " + i);
    }
  }

  @Test
  void paintsPictureOverTheGroundOfItsCells() throws Exception {
    byte[] lines = new byte[96 * 97];
    Arrays.fill(lines, (byte) 0xFF);
    for (int y = 0; y < 96; y++) {
      lines[y * 97] = 0;
    }
    Picture white = Picture.ofPng(png(96, 96, 8, 0, 0, lines));
    int columns = Tiles.columns(white, 3, 40);
    assertEquals(6, columns);
    PanelGeometry geometry = PanelGeometry.fitting(
        960, 704, GlassSize.UNKNOWN, TextSize.NORMAL, new TerminalSize(60, 22));
    BasicTextImage image = new BasicTextImage(geometry.cells(), STYLE.blank());
    Tiles.put(image, 2, 1, columns, 3, STYLE);
    try (CellRaster raster = new CellRaster(FontList.debian(), white, geometry)) {
      int[] rgb = raster.render(image).rgb();
      for (int i = 0; i < rgb.length; i++) {
        int x = i % 960 - 2 * 16 - 4;
        int y = i / 960 - 32 - 4;
        boolean inside = x >= 0 && y >= 0 && x < 88 && y < 88;
        assertEquals(inside ? 0xFFFFFF : 0x002255, rgb[i], "pixel " + i);
      }
    }
  }

  @Test
  void takesNoTextForPartOfPicture() {
    BasicTextImage image = new BasicTextImage(new TerminalSize(4, 1), STYLE.blank());
    Cells.put(image, 0, 0, "\uE000\uE123", STYLE);
    assertEquals("〓〓", String.join("", Cells.rows(image)));
  }

  private static byte[] png(
      int width, int height, int bits, int colours, int interlace, byte[] lines) {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    png.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
    ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(height);
    header.put((byte) bits).put((byte) colours).put((byte) 0).put((byte) 0).put((byte) interlace);
    chunk(png, "IHDR", header.array());
    chunk(png, "IDAT", deflated(lines));
    chunk(png, "IEND", new byte[0]);
    return png.toByteArray();
  }

  private static byte[] deflated(byte[] lines) {
    ByteArrayOutputStream deflated = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflating = new DeflaterOutputStream(deflated)) {
      deflating.write(lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return deflated.toByteArray();
  }

  private static void chunk(ByteArrayOutputStream png, String name, byte[] content) {
    byte[] named = ByteBuffer.allocate(4 + content.length)
        .put(name.getBytes(StandardCharsets.ISO_8859_1))
        .put(content)
        .array();
    CRC32 sum = new CRC32();
    sum.update(named);
    png.writeBytes(ByteBuffer.allocate(4).putInt(content.length).array());
    png.writeBytes(named);
    png.writeBytes(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
  }
}

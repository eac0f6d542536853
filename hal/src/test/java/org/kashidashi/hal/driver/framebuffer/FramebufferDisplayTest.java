package org.kashidashi.hal.driver.framebuffer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.googlecode.lanterna.TerminalSize;
import com.googlecode.lanterna.TextColor;
import com.googlecode.lanterna.graphics.BasicTextImage;
import com.googlecode.lanterna.graphics.TextImage;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.kashidashi.hal.display.CellPicture;
import org.kashidashi.hal.display.CellStyle;
import org.kashidashi.hal.display.Cells;
import org.kashidashi.hal.display.DisplayException;
import org.kashidashi.hal.display.FontList;
import org.kashidashi.hal.display.GlassSize;
import org.kashidashi.hal.display.PanelGeometry;
import org.kashidashi.hal.display.Picture;
import org.kashidashi.hal.display.Rotation;
import org.kashidashi.hal.display.TextSize;
import org.kashidashi.hal.posix.Posix;

final class FramebufferDisplayTest {
  private static final TerminalSize LEAST = new TerminalSize(60, 22);
  private static final CellStyle STYLE =
      new CellStyle(new TextColor.RGB(0x10, 0x20, 0x30), new TextColor.RGB(0xF0, 0xF8, 0xFF));

  @TempDir
  private Path folder;

  static Stream<Arguments> mountings() {
    return Stream.of(Rotation.values())
        .flatMap(rotation -> Stream.of(16, 32)
            .flatMap(
                bits -> Stream.of(0, 36).map(padding -> Arguments.of(rotation, bits, padding))));
  }

  @ParameterizedTest(name = "{0}, {1} bits, {2} bytes between lines")
  @MethodSource("mountings")
  void showsWhatCellPictureDraws(Rotation rotation, int bits, int padding) throws Exception {
    FrameFile file = rotation.isSideways()
        ? FrameFile.create(folder, 371, 507, bits, padding)
        : FrameFile.create(folder, 507, 371, bits, padding);
    try (FramebufferDisplay display = FramebufferDisplay.open(file.settings(rotation, LEAST))) {
      display.show(image(display.size(TextSize.NORMAL), "first"));
      TextImage second = image(display.size(TextSize.NORMAL), "　貸出 日本の図書館│한국│A");
      display.show(second);
      assertSame(second, display.geometry(TextSize.NORMAL), file, rotation);
    }
  }

  @ParameterizedTest(name = "{0} x {1}: {2} x {3} cells of {4} x {5}")
  @CsvSource({
    "800, 480, 80, 24, 10, 20",
    "1024, 600, 78, 23, 13, 26",
    "1280, 800, 71, 22, 18, 36",
    "1920, 1080, 80, 22, 24, 48",
    "480, 800, 60, 50, 8, 16",
    "481, 353, 60, 22, 8, 16",
    "1366, 768, 80, 22, 17, 34",
    "3840, 2160, 78, 22, 49, 98",
  })
  void choosesLargestCellsThatTheScreensFitInto(
      int width, int height, int columns, int rows, int cellWidth, int cellHeight)
      throws Exception {
    PanelGeometry geometry =
        PanelGeometry.fitting(width, height, GlassSize.UNKNOWN, TextSize.NORMAL, LEAST);
    assertEquals(new TerminalSize(columns, rows), geometry.cells());
    assertEquals(cellWidth, geometry.cellWidth());
    assertEquals(cellHeight, geometry.cellHeight());
    assertEquals(0, geometry.rowMillimetres());
    int right = width - geometry.left() - columns * cellWidth;
    int bottom = height - geometry.top() - rows * cellHeight;
    assertTrue(right - geometry.left() == 0 || right - geometry.left() == 1);
    assertTrue(bottom - geometry.top() == 0 || bottom - geometry.top() == 1);
  }

  @Test
  void givesLargeGlassMoreCellsInsteadOfLargerOnes() throws Exception {
    PanelGeometry geometry =
        PanelGeometry.fitting(1920, 1080, new GlassSize(476, 268), TextSize.NORMAL, LEAST);
    assertEquals(14, geometry.cellWidth());
    assertEquals(28 * 268.0 / 1080, geometry.rowMillimetres(), 1e-9);
    assertEquals(38, geometry.cells().getRows());
  }

  @ParameterizedTest(name = "{0} x {1} on {2} x {3} mm: {4} x {5} cells")
  @CsvSource({
    "1024, 600, 154, 86, 102, 30",
    "1280, 800, 217, 136, 71, 22",
    "800, 480, 154, 86, 100, 30",
    "480, 800, 86, 154, 60, 50",
    // Too small for fingers whatever is done.
    "800, 480, 108, 65, 80, 24",
  })
  void makesRoomForFingersOnSmallGlass(
      int width, int height, int glassWidth, int glassHeight, int columns, int rows)
      throws Exception {
    PanelGeometry geometry = PanelGeometry.fitting(
        width, height, new GlassSize(glassWidth, glassHeight), TextSize.NORMAL, LEAST);
    assertEquals(new TerminalSize(columns, rows), geometry.cells());
  }

  @Test
  void takesGlassBeforeRotation() throws Exception {
    FrameFile file = FrameFile.create(folder, 800, 480, 32, 0);
    FramebufferSettings upright = file.settings(Rotation.CLOCKWISE_90, LEAST);
    FramebufferSettings known = new FramebufferSettings(
        upright.device(),
        upright.sysfs(),
        upright.rotation(),
        new GlassSize(152, 91),
        upright.needs(),
        List.of(),
        FramebufferSettings.Ending.PICTURE_STAYS,
        FontList.debian());
    try (FramebufferDisplay display = FramebufferDisplay.open(known)) {
      assertEquals(new TerminalSize(60, 50), display.size(TextSize.NORMAL));
      assertEquals(16 * 152.0 / 800, display.geometry(TextSize.NORMAL).rowMillimetres(), 1e-9);
    }
  }

  @ParameterizedTest
  @CsvSource({"320, 240", "479, 800", "640, 351"})
  void refusesPanelThatIsTooSmall(int width, int height) {
    FrameFile file = FrameFile.create(folder, width, height, 32, 0);
    DisplayException refusal = assertThrows(
        DisplayException.class, () -> FramebufferDisplay.open(file.settings(Rotation.NONE, LEAST)));
    assertTrue(refusal.toString().contains("need at least 480 x 352"), refusal.toString());
  }

  @ParameterizedTest
  @CsvSource({"NONE, 0", "NONE, 36", "CLOCKWISE_90, 0", "CLOCKWISE_180, 36", "CLOCKWISE_270, 0"})
  void writesNothingButWhatHasChanged(Rotation rotation, int padding) throws Exception {
    FrameFile file = FrameFile.create(folder, 480, 480, 32, padding);
    try (FramebufferDisplay display = FramebufferDisplay.open(file.settings(rotation, LEAST))) {
      display.show(image(display.size(TextSize.NORMAL), "残り 10 秒"));
      file.forget();
      display.show(image(display.size(TextSize.NORMAL), "残り 10 秒"));
      assertEquals(0, file.written());
      display.show(image(display.size(TextSize.NORMAL), "残り 12 秒"));
      int cells = display.size(TextSize.NORMAL).getRows();
      assertEquals(cells * 8 * 16 * 4, file.written());
    }
  }

  @Test
  void paintsMarginsInTheBackground() throws Exception {
    FrameFile file = FrameFile.create(folder, 491, 371, 32, 0);
    try (FramebufferDisplay display =
        FramebufferDisplay.open(file.settings(Rotation.NONE, LEAST))) {
      display.show(image(display.size(TextSize.NORMAL), "A"));
      BufferedImage picture = file.picture(Rotation.NONE);
      for (int y = 0; y < 371; y++) {
        assertEquals(0xF0F8FF, picture.getRGB(0, y) & 0xFFFFFF);
        assertEquals(0xF0F8FF, picture.getRGB(490, y) & 0xFFFFFF);
      }
      for (int x = 0; x < 491; x++) {
        assertEquals(0xF0F8FF, picture.getRGB(x, 0) & 0xFFFFFF);
        assertEquals(0xF0F8FF, picture.getRGB(x, 370) & 0xFFFFFF);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void continuesEachRowToTheEdgesOfTheGlass(Rotation rotation) throws Exception {
    FrameFile file = rotation.isSideways()
        ? FrameFile.create(folder, 371, 491, 32, 0)
        : FrameFile.create(folder, 491, 371, 32, 0);
    try (FramebufferDisplay display = FramebufferDisplay.open(file.settings(rotation, LEAST))) {
      TerminalSize size = display.size(TextSize.NORMAL);
      PanelGeometry geometry = display.geometry(TextSize.NORMAL);
      TextImage image = new BasicTextImage(size, STYLE.blank());
      display.show(image);
      CellStyle title = new CellStyle(TextColor.ANSI.WHITE, new TextColor.RGB(0, 0x22, 0x55));
      for (int row = 0; row < 2; row++) {
        Cells.put(image, 0, row, " ".repeat(size.getColumns()), title);
      }
      display.show(image);
      BufferedImage picture = file.picture(rotation);
      for (int y = 0; y < 371; y++) {
        boolean inTitle = y < geometry.top() + 2 * geometry.cellHeight();
        for (int x : new int[] {0, 490}) {
          assertEquals(inTitle ? 0x002255 : 0xF0F8FF, picture.getRGB(x, y) & 0xFFFFFF, "line " + y);
        }
      }
      for (int x = 0; x < 491; x++) {
        assertEquals(0x002255, picture.getRGB(x, 0) & 0xFFFFFF, "column " + x);
        assertEquals(0xF0F8FF, picture.getRGB(x, 370) & 0xFFFFFF, "column " + x);
      }
    }
  }

  @Test
  void leavesInvisiblePartAlone() throws Exception {
    FrameFile file = FrameFile.create(folder, 600, 800, 32, 0);
    byte[] variables = FramebufferModeTest.variables(480, 352, 60, 400, 32, 0, 8, 16);
    try (FramebufferDisplay display = FramebufferDisplay.open(
        file.settings(Rotation.NONE, LEAST), Picture.NONE, device -> variables, new Posix())) {
      display.show(image(display.size(TextSize.NORMAL), "赤"));
      assertEquals(480 * 352 * 3, coloured(file.memory(), 600));
    }
  }

  @Test
  void keepsPictureWhenClosed() throws Exception {
    FrameFile file = FrameFile.create(folder, 480, 352, 32, 0);
    FramebufferDisplay display = FramebufferDisplay.open(file.settings(Rotation.NONE, LEAST));
    display.show(image(display.size(TextSize.NORMAL), "この機械はお休みです"));
    byte[] shown = file.memory();
    display.close();
    assertArrayEquals(shown, file.memory());
  }

  @Test
  void tellsWhenPanelIsGone() throws Exception {
    FrameFile file = FrameFile.create(folder, 480, 352, 32, 0);
    FramebufferSettings settings = file.settings(Rotation.NONE, LEAST);
    FramebufferSettings full = new FramebufferSettings(
        Path.of("/dev/full"),
        settings.sysfs(),
        settings.rotation(),
        settings.glass(),
        settings.needs(),
        settings.consoles(),
        settings.ending(),
        settings.fonts());
    try (FramebufferDisplay display = FramebufferDisplay.open(full)) {
      TextImage image = image(display.size(TextSize.NORMAL), "A");
      DisplayException gone = assertThrows(DisplayException.class, () -> display.show(image));
      assertTrue(gone.toString().contains("/dev/full"), gone.toString());
      assertThrows(DisplayException.class, () -> display.show(image));
    }
  }

  @Test
  void tellsWhenPanelIsNotThere() {
    FrameFile file = FrameFile.create(folder, 480, 352, 32, 0);
    assertTrue(file.device().toFile().delete());
    DisplayException missing = assertThrows(
        DisplayException.class, () -> FramebufferDisplay.open(file.settings(Rotation.NONE, LEAST)));
    assertTrue(missing.toString().contains("group video"), missing.toString());
  }

  @Test
  void refusesConsoleThatIsNone() {
    FrameFile file = FrameFile.create(folder, 480, 352, 32, 0);
    FramebufferSettings settings = file.settings(Rotation.NONE, LEAST);
    FramebufferSettings withConsole = new FramebufferSettings(
        settings.device(),
        settings.sysfs(),
        settings.rotation(),
        settings.glass(),
        settings.needs(),
        List.of(Path.of("/dev/null")),
        settings.ending(),
        settings.fonts());
    DisplayException refusal =
        assertThrows(DisplayException.class, () -> FramebufferDisplay.open(withConsole));
    assertTrue(refusal.toString().contains("/dev/null"), refusal.toString());
  }

  /** Every other row holds the text, so that most bands change in a part only. */
  private static TextImage image(TerminalSize size, String text) {
    BasicTextImage image = new BasicTextImage(size, STYLE.blank());
    for (int row = 0; row < size.getRows(); row++) {
      Cells.put(image, 4, row, text, STYLE);
    }
    return image;
  }

  private static int coloured(byte[] memory, int virtualWidth) {
    int count = 0;
    for (int y = 400; y < 752; y++) {
      for (int x = 60; x < 540; x++) {
        for (int channel = 0; channel < 3; channel++) {
          count += memory[(y * virtualWidth + x) * 4 + channel] == FrameFile.UNTOUCHED ? 0 : 1;
        }
      }
    }
    int all = 0;
    for (byte octet : memory) {
      all += octet == FrameFile.UNTOUCHED ? 0 : 1;
    }
    assertEquals(480 * 352 * 4, all);
    return count;
  }

  private static void assertSame(
      TextImage expected, PanelGeometry geometry, FrameFile file, Rotation rotation) {
    BufferedImage picture;
    try (CellPicture cells =
        new CellPicture(FontList.debian(), geometry.cellWidth(), geometry.cellHeight())) {
      picture = cells.render(expected);
    }
    BufferedImage shown = file.picture(rotation)
        .getSubimage(geometry.left(), geometry.top(), picture.getWidth(), picture.getHeight());
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        assertEquals(
            FrameFile.seen(picture.getRGB(x, y), file.bits()),
            FrameFile.seen(shown.getRGB(x, y), file.bits()),
            "pixel (%d, %d)".formatted(x, y));
      }
    }
  }
}

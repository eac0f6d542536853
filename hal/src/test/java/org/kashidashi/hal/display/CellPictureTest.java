package org.kashidashi.hal.display;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.googlecode.lanterna.SGR;
import com.googlecode.lanterna.TerminalSize;
import com.googlecode.lanterna.TextCharacter;
import com.googlecode.lanterna.TextColor;
import com.googlecode.lanterna.graphics.BasicTextImage;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CellPictureTest {
  private static final int INK = 0x102030;
  private static final int PAPER = 0xF0F8FF;
  private static final CellStyle STYLE =
      new CellStyle(new TextColor.RGB(0x10, 0x20, 0x30), new TextColor.RGB(0xF0, 0xF8, 0xFF));

  @AutoClose
  private final CellPicture cells = CellPicture.standard();

  @Test
  void drawsSamePictureEachTime() {
    BasicTextImage image = image("借りる", "開始 ├─┤ 𠮷 ㅎ");
    try (CellPicture others = CellPicture.standard()) {
      assertArrayEquals(cells.toPng(image), others.toPng(image));
    }
  }

  @Test
  void drawsWideGlyphOverTwoCellsAndInNoOther() {
    BufferedImage picture = cells.render(image("  国  "));
    assertEquals(16 * 6, picture.getWidth());
    assertEquals(32, picture.getHeight());
    assertFalse(hasInk(picture, 0, 2));
    assertTrue(hasInk(picture, 2, 3));
    assertTrue(hasInk(picture, 3, 4));
    assertFalse(hasInk(picture, 4, 6));
  }

  @ParameterizedTest
  @ValueSource(strings = {"○", "※", "→", "ㄅ", "한", "￥", "㎏", "か\u309A", "あ"})
  void keepsEveryWideGlyphWithinItsCells(String text) {
    BufferedImage picture = cells.render(image(" " + text + " "));
    assertTrue(hasInk(picture, 1, 3));
    assertFalse(hasInk(picture, 0, 1));
    assertFalse(hasInk(picture, 3, 4));
  }

  @ParameterizedTest
  @ValueSource(strings = {"A", "ｱ", "Ж", "’", "€"})
  void keepsEveryNarrowGlyphWithinItsCell(String text) {
    BufferedImage picture = cells.render(image(" " + text + " "));
    assertTrue(hasInk(picture, 1, 2));
    assertFalse(hasInk(picture, 0, 1));
    assertFalse(hasInk(picture, 2, 3));
  }

  @ParameterizedTest
  @ValueSource(strings = {"──", "━━", "══", "┌┐", "├┤", "╔╗", "╠╣", "┼┼", "█▌"})
  void joinsFramesSideBySide(String text) {
    BufferedImage picture = cells.render(image(text));
    boolean joined = false;
    for (int y = 0; y < 32; y++) {
      joined |= isInk(picture, 15, y) && isInk(picture, 16, y);
    }
    assertTrue(joined);
  }

  @ParameterizedTest
  @ValueSource(strings = {"│", "┃", "║", "├", "╬", "█"})
  void joinsFramesOneBelowTheOther(String text) {
    BufferedImage picture = cells.render(image(text, text));
    boolean joined = false;
    for (int x = 0; x < 16; x++) {
      joined |= isInk(picture, x, 31) && isInk(picture, x, 32);
    }
    assertTrue(joined);
  }

  @Test
  void leavesMiddleOfDoubleLineFree() {
    BufferedImage picture = cells.render(image("═"));
    assertTrue(isInk(picture, 8, 13));
    assertFalse(isInk(picture, 8, 16));
    assertTrue(isInk(picture, 8, 18));
  }

  @Test
  void paintsColours() {
    BasicTextImage image = new BasicTextImage(4, 1);
    TextCharacter block = STYLE.character("█");
    image.setCharacterAt(0, 0, block);
    image.setCharacterAt(1, 0, block.withModifier(SGR.REVERSE));
    image.setCharacterAt(2, 0, block.withForegroundColor(TextColor.ANSI.RED));
    image.setCharacterAt(3, 0, block.withForegroundColor(TextColor.Indexed.fromRGB(255, 0, 0)));
    BufferedImage picture = cells.render(image);
    assertEquals(INK, picture.getRGB(8, 16) & 0xFFFFFF);
    assertEquals(PAPER, picture.getRGB(24, 16) & 0xFFFFFF);
    assertEquals(0xAA0000, picture.getRGB(40, 16) & 0xFFFFFF);
    assertEquals(0xFF0000, picture.getRGB(56, 16) & 0xFFFFFF);
  }

  @Test
  void drawsGetaForCharacterThatNoFontHas() {
    FontList onlyFirst = new FontList(List.of(FontList.debian().regular().getFirst()), List.of());
    try (CellPicture picture = new CellPicture(onlyFirst, 16, 32)) {
      assertArrayEquals(picture.toPng(image("〓")), picture.toPng(image("한")));
    }
  }

  @Test
  void drawsBoldDarker() {
    BasicTextImage image = new BasicTextImage(8, 1);
    Cells.put(image, 0, 0, "開始", STYLE);
    Cells.put(image, 4, 0, "開始", STYLE.inBold());
    BufferedImage picture = cells.render(image);
    assertTrue(ink(picture, 4, 8) > ink(picture, 0, 4) * 1.1);
  }

  @Test
  void paintsOneRowOverWhatWasThere() {
    BasicTextImage image = image("国国", "国国");
    BufferedImage picture = cells.render(image);
    Cells.put(image, 0, 1, "    ", STYLE);
    cells.paintRow(image, 1, picture);
    assertArrayEquals(CellPicture.png(cells.render(image)), CellPicture.png(picture));
  }

  @Test
  void drawsHalfOfWideGlyphThatTheEdgeCuts() {
    BasicTextImage image = new BasicTextImage(1, 1);
    image.setCharacterAt(0, 0, TextCharacter.fromString("国")[0]);
    assertEquals(16, cells.render(image).getWidth());
  }

  @Test
  void refusesListWhoseFirstFontIsMissing() {
    FontList fonts = new FontList(List.of(Path.of("/nowhere/font.ttf")), List.of());
    assertThrows(IllegalArgumentException.class, () -> new CellPicture(fonts, 16, 32));
    assertEquals(List.of(Path.of("/nowhere/font.ttf")), fonts.missing());
  }

  @Test
  void drawsWithoutFallbackFonts() {
    FontList debian = FontList.debian();
    FontList fonts =
        new FontList(List.of(debian.regular().getFirst(), Path.of("/nowhere.ttf")), List.of());
    try (CellPicture picture = new CellPicture(fonts, 16, 32)) {
      assertTrue(hasInk(picture.render(image("国")), 0, 2));
    }
  }

  private static BasicTextImage image(String... rows) {
    int columns = List.of(rows).stream().mapToInt(Cells::columns).max().orElseThrow();
    BasicTextImage image =
        new BasicTextImage(new TerminalSize(columns, rows.length), STYLE.blank());
    for (int i = 0; i < rows.length; i++) {
      Cells.put(image, 0, i, rows[i], STYLE);
    }
    return image;
  }

  private static boolean hasInk(BufferedImage picture, int fromColumn, int toColumn) {
    return ink(picture, fromColumn, toColumn) > 0;
  }

  private static long ink(BufferedImage picture, int fromColumn, int toColumn) {
    long ink = 0;
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = fromColumn * 16; x < toColumn * 16; x++) {
        ink += (PAPER & 0xFF) - (picture.getRGB(x, y) & 0xFF);
      }
    }
    return ink;
  }

  private static boolean isInk(BufferedImage picture, int x, int y) {
    return (picture.getRGB(x, y) & 0xFFFFFF) == INK;
  }
}

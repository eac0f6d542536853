package org.kashidashi.hal.display;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.googlecode.lanterna.TextColor;
import com.googlecode.lanterna.graphics.BasicTextImage;
import java.awt.Font;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kashidashi.hal.sim.PictureComparison;

/** What the fonts of Debian draw; {@code -Dgolden=write} writes the pictures anew. */
final class FontListTest {
  private static final CellStyle STYLE =
      new CellStyle(TextColor.ANSI.BLACK, TextColor.ANSI.WHITE_BRIGHT);

  /** Each language of a library's patrons, and the fonts that are meant to draw it. */
  enum Sample {
    JAPANESE("借りた本は返却期限までにお返しください。", "BIZ UDGothic"),
    ENGLISH("Please return your books by the due date.", "BIZ UDGothic"),
    SIMPLIFIED_CHINESE("请在到期日之前归还您借阅的图书。", "BIZ UDGothic, WenQuanYi Micro Hei"),
    TRADITIONAL_CHINESE("請在到期日之前歸還您借閱的圖書。", "BIZ UDGothic, WenQuanYi Micro Hei"),
    KOREAN("반납일까지 책을 돌려주세요. 뷁", "BIZ UDGothic, WenQuanYi Micro Hei"),
    PORTUGUESE("Devolva os livros até à data: três, não, ações.", "BIZ UDGothic"),
    VIETNAMESE("Vui lòng trả sách trước ngày hết hạn: Nguyễn Đặng.", "BIZ UDGothic, Noto Mono");

    private final String text;
    private final String fonts;

    Sample(String text, String fonts) {
      this.text = text;
      this.fonts = fonts;
    }
  }

  @ParameterizedTest
  @EnumSource
  void drawsEveryLetterWithAnIntendedFont(Sample sample) {
    GlyphMasks masks = new GlyphMasks(FontList.debian(), 16, 32);
    Set<String> used = new TreeSet<>();
    for (String grapheme : Graphemes.of(sample.text)) {
      assertNotEquals(Graphemes.GETA, grapheme);
      Font font = masks.fontFor(grapheme, false).orElseThrow();
      assertTrue(font.canDisplay(grapheme.codePointAt(0)), grapheme);
      used.add(font.getFamily(Locale.ROOT));
    }
    assertEquals(sample.fonts, String.join(", ", used));
  }

  @ParameterizedTest
  @EnumSource
  void looksAsBefore(Sample sample) throws Exception {
    BasicTextImage image = new BasicTextImage(Cells.columns(sample.text) + 2, 1);
    Cells.put(image, 0, 0, " " + sample.text + " ", STYLE);
    BufferedImage picture = CellPicture.standard().render(image);
    Path golden = Path.of("src/test/resources/org/kashidashi/hal/display")
        .resolve(sample.name().toLowerCase(Locale.ROOT) + ".png");
    if ("write".equals(System.getProperty("golden"))) {
      Files.createDirectories(golden.getParent());
      Files.write(golden, CellPicture.png(picture));
    }
    BufferedImage expected = ImageIO.read(new ByteArrayInputStream(Files.readAllBytes(golden)));
    PictureComparison comparison = PictureComparison.of(expected, picture);
    assertTrue(comparison.isSame(), sample + " " + comparison);
  }

  @Test
  void drawsSignForCharacterThatNoFontHas() {
    GlyphMasks masks = new GlyphMasks(FontList.debian(), 16, 32);
    // An Egyptian hieroglyph, and one kanji of the latest extension.
    for (String unknown : List.of("\uD80C\uDC00", "\uD884\uDF50")) {
      int ink = 0;
      for (byte coverage : masks.of(unknown, false)) {
        ink += coverage & 0xFF;
      }
      assertTrue(ink > 0, unknown);
    }
  }

  @Test
  void goesOnWithoutFontsThatAreMissingOrBroken(@TempDir Path folder) throws Exception {
    Path broken = Files.writeString(folder.resolve("broken.ttf"), "no font");
    Path missing = folder.resolve("missing.ttf");
    Path first = FontList.debian().regular().getFirst();
    FontList fonts = new FontList(List.of(first, broken, missing), List.of(missing));
    assertEquals(List.of(missing, missing), fonts.missing());
    GlyphMasks masks = new GlyphMasks(fonts, 16, 32);
    assertTrue(masks.fontFor("借", true).isPresent());
    assertTrue(masks.fontFor("한", false).isEmpty());
  }

  @Test
  void keepsLittleOfWhatItHasDrawn() {
    GlyphMasks masks = new GlyphMasks(FontList.debian(), 64, 128);
    for (int kanji = 0x4E00; kanji < 0x4E00 + 300; kanji++) {
      masks.of(Character.toString(kanji), false);
      assertTrue(masks.cachedBytes() <= 2 << 20);
    }
    assertTrue(masks.cachedBytes() > 1 << 20);
  }
}

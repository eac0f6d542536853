package org.kashidashi.hal.display;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.googlecode.lanterna.TextColor;
import com.googlecode.lanterna.graphics.BasicTextImage;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kashidashi.hal.sim.PictureComparison;

/** What the fonts of Debian draw; {@code -Dgolden=write} writes the pictures anew. */
final class FontListTest {
  private static final CellStyle STYLE =
      new CellStyle(TextColor.ANSI.BLACK, TextColor.ANSI.WHITE_BRIGHT);

  /** Each language of a library's patrons, and the fonts that are meant to draw it. */
  enum Sample {
    JAPANESE("借りた本は返却期限までにお返しください。", "BIZUDGothic-Regular.ttf"),
    ENGLISH("Please return your books by the due date.", "BIZUDGothic-Regular.ttf"),
    SIMPLIFIED_CHINESE("请在到期日之前归还您借阅的图书。", "BIZUDGothic-Regular.ttf, wqy-microhei.ttc"),
    TRADITIONAL_CHINESE("請在到期日之前歸還您借閱的圖書。", "BIZUDGothic-Regular.ttf, wqy-microhei.ttc"),
    KOREAN("반납일까지 책을 돌려주세요. 뷁", "BIZUDGothic-Regular.ttf, wqy-microhei.ttc"),
    PORTUGUESE("Devolva os livros até à data: três, não, ações.", "BIZUDGothic-Regular.ttf"),
    VIETNAMESE("Vui lòng trả sách trước ngày hết hạn: Nguyễn Đặng.", "NotoMono-Regular.ttf");

    private final String text;
    private final String fonts;

    Sample(String text, String fonts) {
      this.text = text;
      this.fonts = fonts;
    }
  }

  @AutoClose
  private final CellPicture pictures = CellPicture.standard();

  @AutoClose
  private final GlyphMasks masks = GlyphMasks.open(FontList.debian(), 16, 32);

  @ParameterizedTest
  @EnumSource
  void drawsEveryLetterWithAnIntendedFont(Sample sample) {
    Set<String> used = new TreeSet<>();
    for (String grapheme : Graphemes.of(sample.text.replace(" ", ""))) {
      assertNotEquals(Graphemes.GETA, grapheme);
      Lettering letters = Lettering.of(sample.text);
      Path font = masks.fontFor(grapheme, false, letters).orElseThrow().path();
      used.add(font.getFileName().toString());
    }
    assertEquals(sample.fonts, String.join(", ", used));
  }

  @ParameterizedTest
  @EnumSource
  void looksAsBefore(Sample sample) throws Exception {
    BasicTextImage image = new BasicTextImage(Cells.columns(sample.text) + 2, 1);
    Cells.put(image, 0, 0, " " + sample.text + " ", STYLE);
    BufferedImage picture = pictures.render(image);
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
    try (GlyphMasks few = GlyphMasks.open(fonts, 16, 32)) {
      assertTrue(few.fontFor("借", true).isPresent());
      assertTrue(few.fontFor("한", false).isEmpty());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {12, 300, 4_000, 100_000, 1_000_000})
  void goesOnWhenFontIsDamaged(int from, @TempDir Path folder) throws Exception {
    byte[] font = Files.readAllBytes(FontList.debian().regular().getFirst());
    RandomGenerator random = new SplittableRandom(from);
    for (int i = from; i < font.length; i += 1 + random.nextInt(200)) {
      font[i] = (byte) random.nextInt();
    }
    Path damaged = Files.write(folder.resolve("damaged.ttf"), font);
    Path cut = Files.write(folder.resolve("cut.ttf"), Arrays.copyOf(font, from));
    List<Path> regular = List.of(FontList.debian().regular().getFirst(), damaged, cut);
    try (GlyphMasks masked =
        GlyphMasks.open(new FontList(regular, List.of(damaged, cut)), 16, 32)) {
      for (int kanji = 0x4E00; kanji < 0x4E00 + 200; kanji++) {
        assertEquals(32 * 32, masked.of(Character.toString(kanji), true).length);
      }
    }
  }

  @Test
  void refusesFirstFontThatIsNone(@TempDir Path folder) throws Exception {
    Path broken = Files.writeString(folder.resolve("broken.ttf"), "no font");
    FontList fonts = new FontList(List.of(broken), List.of());
    String refusal = assertThrows(
            IllegalArgumentException.class, () -> GlyphMasks.open(fonts, 16, 32))
        .toString();
    assertTrue(refusal.contains("broken.ttf cannot be used"), refusal);
  }

  @Test
  void tellsWhichPackageIsMissing() {
    FontException missing =
        assertThrows(FontException.class, () -> FreeType.open("libnowhere.so.6"));
    assertTrue(missing.toString().contains("libfreetype6"), missing.toString());
  }

  @Test
  void drawsNothingWithFontsThatWereClosed() {
    GlyphMasks ended = GlyphMasks.open(FontList.debian(), 16, 32);
    ended.close();
    ended.close();
    assertThrows(IllegalStateException.class, () -> ended.of("国", false));
  }

  @Test
  void drawsMarkOverItsBase() {
    byte[] base = masks.of("か", false);
    byte[] marked = masks.of("か\u309A", false);
    int darker = 0;
    for (int i = 0; i < base.length; i++) {
      assertTrue((marked[i] & 0xFF) >= (base[i] & 0xFF));
      darker += marked[i] == base[i] ? 0 : 1;
    }
    assertTrue(darker > 10, darker + " pixels of the mark");
  }

  @Test
  void composesMarkWherePossible() {
    assertArrayEquals(masks.of("が", false), masks.of("か\u3099", false));
  }

  @Test
  void keepsLittleOfWhatItHasDrawn() {
    try (GlyphMasks large = GlyphMasks.open(FontList.debian(), 64, 128)) {
      for (int kanji = 0x4E00; kanji < 0x4E00 + 300; kanji++) {
        large.of(Character.toString(kanji), false);
        assertTrue(large.cachedBytes() <= 2 << 20);
      }
      assertTrue(large.cachedBytes() > 1 << 20);
    }
  }
}

package org.kashidashi.hal.display;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.googlecode.lanterna.TerminalSize;
import com.googlecode.lanterna.TextColor;
import com.googlecode.lanterna.graphics.BasicTextImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Latin letters are drawn whole, and all of a text in the same font. */
final class LetterFitTest {
  private static final String LETTERS = "gjpqyQ|ÂÅçạợẠếỗẾỖ";

  /** Reaches neither up nor down. */
  private static final String SMALL = "x";

  /** In cells as high as this the edges can be seen; half of it wide. */
  private static final int HIGH = 512;

  /** Of a letter's ink: what rounding to pixels makes, but not a row of its tail. */
  private static final double ROUNDING = 0.03;

  private static final List<Integer> HEIGHTS = List.of(20, 26, 32, 36, 48, 54);

  private static final CellStyle STYLE =
      new CellStyle(TextColor.ANSI.BLACK, TextColor.ANSI.WHITE_BRIGHT);

  @AutoClose
  private final FreeType freeType = FreeType.open();

  LetterFitTest() throws FontException {}

  static Stream<Path> fonts() {
    FontList fonts = FontList.debian();
    return Stream.concat(fonts.regular().stream(), fonts.bold().stream()).filter(Files::isReadable);
  }

  @ParameterizedTest
  @MethodSource("fonts")
  void endsWithinEdgesWithWhatIsAboveAndBelow(Path font) throws Exception {
    FontFace face = FontFace.open(freeType, font, HIGH);
    for (String letter : lettersOf(face)) {
      byte[] mask = face.mask(letter, HIGH / 2);
      // A stroke that went on beyond the edge would fill its pixels there.
      assertTrue(darkest(mask, 0, HIGH / 2) < 255, letter);
      assertTrue(darkest(mask, mask.length - HIGH / 2, mask.length) < 255, letter);
    }
  }

  @ParameterizedTest
  @MethodSource("fonts")
  void losesNoInkInSmallCells(Path font) throws Exception {
    FontFace tall = FontFace.open(freeType, font, HIGH);
    for (int height : HEIGHTS) {
      FontFace face = FontFace.open(freeType, font, height);
      double share = share(face, tall, SMALL, height);
      for (String letter : lettersOf(face)) {
        double kept = share(face, tall, letter, height) / share;
        assertTrue(kept > 1 - ROUNDING, "%s %d %s".formatted(letter, height, kept));
      }
    }
  }

  @Test
  void takesAllLettersOfVietnameseTextFromOneFont() {
    BasicTextImage image = new BasicTextImage(new TerminalSize(40, 1), STYLE.blank());
    Cells.put(image, 0, 0, "12 Nguyễn 本 Du", STYLE);
    Cells.put(image, 20, 0, "12 Portuguesa", STYLE);
    try (GlyphMasks masks = GlyphMasks.open(FontList.debian(), 16, 32)) {
      int column = 0;
      while (column < 40) {
        String letter = image.getCharacterAt(column, 0).getCharacterString();
        Lettering letters = Lettering.of(image.getCharacterAt(column, 0));
        boolean vietnamese = column < 15 && Graphemes.columns(letter) == 1;
        assertEquals(vietnamese ? Lettering.VIETNAMESE : Lettering.JAPANESE, letters, letter);
        Optional<LazyFont> font = masks.fontFor(letter, false, letters);
        String name = vietnamese ? "NotoMono-Regular.ttf" : "BIZUDGothic-Regular.ttf";
        assertTrue(letter.isBlank() || font.orElseThrow().path().endsWith(name), letter);
        column += Graphemes.columns(letter);
      }
    }
  }

  @Test
  void thickensLettersOfFontWithoutBoldWeight() {
    try (GlyphMasks masks = GlyphMasks.open(FontList.debian(), 16, 32)) {
      long thin = ink(masks.of("한", false), 0, 32 * 32);
      assertTrue(ink(masks.of("한", true), 0, 32 * 32) > 1.2 * thin);
    }
  }

  /** How much ink a letter has of what it has in large cells. */
  private static double share(FontFace face, FontFace tall, String letter, int height)
      throws FontException {
    int width = height / 2;
    return ink(face.mask(letter, width), 0, width * height)
        / (double) ink(tall.mask(letter, HIGH / 2), 0, HIGH * HIGH / 2);
  }

  private static List<String> lettersOf(FontFace face) throws FontException {
    List<String> letters = new ArrayList<>();
    for (int codePoint : LETTERS.codePoints().toArray()) {
      String letter = Character.toString(codePoint);
      if (face.draws(letter)) {
        letters.add(letter);
      }
    }
    return letters;
  }

  private static int darkest(byte[] mask, int from, int to) {
    int darkest = 0;
    for (int at = from; at < to; at++) {
      darkest = Math.max(darkest, mask[at] & 0xFF);
    }
    return darkest;
  }

  private static long ink(byte[] mask, int from, int to) {
    long ink = 0;
    for (int at = from; at < to; at++) {
      ink += mask[at] & 0xFF;
    }
    return ink;
  }
}

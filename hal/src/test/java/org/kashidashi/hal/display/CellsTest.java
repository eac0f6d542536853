package org.kashidashi.hal.display;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.googlecode.lanterna.TextColor;
import com.googlecode.lanterna.graphics.BasicTextImage;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellsTest {
  private static final CellStyle STYLE =
      new CellStyle(TextColor.ANSI.BLACK, TextColor.ANSI.WHITE_BRIGHT);
  private static final String FAMILY = "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67";

  @ParameterizedTest(name = "{0} is shown as {1} in {2} columns")
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "A|A|1",
        "借りる|借りる|6",
        "ｱｲｳ|ｱｲｳ|3",
        "ﾊﾞ|ﾊﾞ|2",
        "한국어|한국어|6",
        "ㅎ|ㅎ|2",
        "ㄅㄆㄇ|ㄅㄆㄇ|6",
        "￥１|￥１|4",
        "㎏|㎏|2",
        "⼀|⼀|2",
        "𠮷野家|𠮷野家|6",
        "○×※→|○×※→|8",
        "①Ⅲ℃|①Ⅲ℃|6",
        "café|café|4",
        "─│┌█|─│┌█|4",
        "日\u3000本|日\u3000本|6",
        "€©|€©|2",
        "😀|😀|2",
        "Русский|Русский|7",
      })
  void countsColumnsAndKeepsText(String text, String shown, int columns) {
    assertEquals(shown, Cells.fit(text, 100));
    assertEquals(columns, Cells.columns(text));
    assertAligned(text);
  }

  @Test
  void composesMarksWhereOneCharacterExists() {
    assertEquals("é", Cells.fit("e\u0301", 10));
    assertEquals(1, Cells.columns("e\u0301"));
    assertEquals("が", Cells.fit("か\u3099", 10));
    assertEquals("한", Cells.fit("\u1112\u1161\u11AB", 10));
  }

  @Test
  void keepsMarksOnWideCharacters() {
    assertEquals("か\u309A", Cells.fit("か\u309A", 10));
    assertEquals(2, Cells.columns("か\u309A"));
    assertAligned("か\u309A");
  }

  @Test
  void keepsCharacterAndDropsSelectorOfItsShape() {
    assertEquals("葛", Cells.fit("葛\uDB40\uDD00", 10));
    assertEquals("❤", Cells.fit("❤\uFE0F", 10));
  }

  @ParameterizedTest
  @CsvSource({
    "0000", "0007", "001B", "007F", "0085", "009B", "202E", "202A", "2066", "200F", "061C", "E000",
    "FFFF", "D842", "05D0", "0627", "0301", "1D400"
  })
  void showsGetaInsteadOfWhatNoCellHolds(String hexadecimal) {
    String text = Character.toString(Integer.parseInt(hexadecimal, 16));
    assertEquals("〓", Cells.fit(text, 10));
    assertAligned(text);
  }

  @Test
  void showsOneGetaForEmojiMadeOfSeveral() {
    assertEquals("a〓b", Cells.fit("a" + FAMILY + "b", 10));
    assertEquals("〓", Cells.fit("\uD83C\uDDEF\uD83C\uDDF5", 10));
    assertEquals("〓", Cells.fit("Z\u0351\u036B\u0343\u036A", 10));
  }

  @Test
  void showsOneSpaceForTabAndLineEnd() {
    assertEquals("a b c d e", Cells.fit("a\tb\nc\r\nd\u2028e", 20));
    assertEquals("a b", Cells.fit("a\u00A0b", 20));
  }

  @Test
  void showsNothingForInvisibleCharacters() {
    assertEquals("ab", Cells.fit("\uFEFFa\u200B\u00ADb\u2060", 20));
  }

  @ParameterizedTest(name = "{0} in {1} columns")
  @CsvSource(
      quoteCharacter = '"',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "日本の図書館,12,日本の図書館",
        "日本の図書館,11,日本の図..",
        "日本の図書館,10,日本の図..",
        "日本の図書館,9,日本の..",
        "日本の図書館,3,..",
        "日本の図書館,2,..",
        "日本の図書館,1,.",
        "日本の図書館,0,\"\"",
        "A日本,5,A日本",
        "A日本,4,A..",
        "abcdef,6,abcdef",
        "abcdef,5,abc..",
        "𠮷𠮷𠮷,5,𠮷..",
      })
  void cutsAtCharacters(String text, int columns, String expected) {
    assertEquals(expected, Cells.fit(text, columns));
    assertTrue(Cells.columns(expected) <= columns);
  }

  @Test
  void fillsAndCentresToExactColumns() {
    assertEquals("開始  ", Cells.fill("開始", 6));
    assertEquals("  開始   ", Cells.centre("開始", 9));
    assertEquals("日.. ", Cells.fill("日本国", 5));
  }

  @Test
  void wrapsWhereLanguagesAllowIt() {
    assertEquals(List.of("カードを置い", "てください。"), Cells.wrap("カードを置いてください。", 12));
    assertEquals(List.of("カードで", "す。"), Cells.wrap("カードです。", 10));
    assertEquals(
        List.of("Please take", "your card", "now"), Cells.wrap("Please take your card now", 11));
    assertEquals(List.of("aaaaa", "aaa b"), Cells.wrap("aaaaaaaa b", 5));
    assertEquals(List.of("a", "", "b"), Cells.wrap("a\n\nb", 5));
    assertThrows(IllegalArgumentException.class, () -> Cells.wrap("日", 1));
  }

  @Test
  void placesTextAndGivesNextColumn() {
    BasicTextImage image = new BasicTextImage(10, 2);
    assertEquals(5, Cells.put(image, 1, 0, "借ㄅ", STYLE));
    assertEquals(9, Cells.put(image, 5, 0, "日本の図書館", STYLE));
    assertEquals(10, Cells.put(image, 10, 1, "x", STYLE));
    assertEquals(List.of(" 借ㄅ日.. ", " ".repeat(10)), Cells.rows(image));
    assertThrows(IndexOutOfBoundsException.class, () -> Cells.put(image, 0, 2, "x", STYLE));
    assertThrows(IndexOutOfBoundsException.class, () -> Cells.put(image, -1, 0, "x", STYLE));
  }

  @Test
  void replacesWhatStoodThereBefore() {
    BasicTextImage image = new BasicTextImage(6, 1);
    Cells.put(image, 0, 0, "日本国", STYLE);
    Cells.put(image, 1, 0, "abc", STYLE);
    assertEquals(List.of(" abc国"), Cells.rows(image));
  }

  @Test
  void keepsEveryCharacterOfUnicodeAligned() {
    for (int codePoint = 0; codePoint <= Character.MAX_CODE_POINT; codePoint++) {
      // Within one block of these planes all are alike.
      if (codePoint >= 0x20000 && codePoint % 0x1000 > 8) {
        continue;
      }
      assertAligned(Character.toString(codePoint));
    }
  }

  @Test
  void keepsRandomTextAligned() {
    for (long seed = 0; seed < 300; seed++) {
      Random random = new Random(seed);
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < 12; i++) {
        text.appendCodePoint(random.nextInt(random.nextBoolean() ? 0x3100 : 0x20000));
      }
      assertAligned(text.toString());
      int columns = random.nextInt(30);
      assertTrue(Cells.columns(Cells.fit(text.toString(), columns)) <= columns, "seed " + seed);
    }
  }

  /** What stands after the text stands where its width says, and nothing before it is harmed. */
  private static void assertAligned(String text) {
    int columns = Cells.columns("|") + Cells.columns(text);
    BasicTextImage image = new BasicTextImage(columns + 3, 1);
    int bar = Cells.put(image, 0, 0, "|", STYLE);
    int next = Cells.put(image, bar, 0, text, STYLE);
    Cells.put(image, next, 0, "|", STYLE);
    assertEquals(columns, next, () -> describe(text));
    assertEquals("|", image.getCharacterAt(next, 0).getCharacterString(), () -> describe(text));
    assertEquals(
        "|" + Cells.fit(text, 1000) + "|  ", Cells.rows(image).getFirst(), () -> describe(text));
  }

  private static String describe(String text) {
    return text.codePoints().mapToObj("U+%04X "::formatted).reduce("", String::concat);
  }
}

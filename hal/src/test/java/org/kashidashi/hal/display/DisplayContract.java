package org.kashidashi.hal.display;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.googlecode.lanterna.TerminalSize;
import com.googlecode.lanterna.TextColor;
import com.googlecode.lanterna.graphics.BasicTextImage;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link Display} keeps to. */
public abstract class DisplayContract {
  private static final TerminalSize SIZE = new TerminalSize(20, 4);
  private static final CellStyle STYLE =
      new CellStyle(TextColor.ANSI.BLACK, TextColor.ANSI.WHITE_BRIGHT);

  private DisplayBench bench;

  protected abstract DisplayBench bench(TerminalSize size);

  /** What an eye reads where this is shown: a panel may lack a letter, never its place. */
  protected String legible(String row) {
    return row;
  }

  @BeforeEach
  void setUp() {
    bench = bench(SIZE);
  }

  @AfterEach
  void tearDown() {
    bench.close();
  }

  @Test
  void hasTheSizeItWasMadeWith() {
    assertEquals(SIZE, bench.display().size(TextSize.NORMAL));
  }

  @Test
  void showsTextInItsRows() throws Exception {
    show("Touch START", "", "  to borrow");
    assertShown("Touch START", "", "  to borrow", "");
  }

  @Test
  void keepsWideAndOddCharactersAligned() throws Exception {
    show("│開始│ﾊﾞ│한국│ㄅ│", "│○×│※→│①℃│𠮷│", "┌──────────────────┐", "借りる|e\u0301|￥|〓|");
    assertShown("│開始│ﾊﾞ│한국│ㄅ│ ", "│○×│※→│①℃│𠮷│ ", "┌──────────────────┐", "借りる|é|￥|〓|");
  }

  @Test
  void replacesTheLastImage() throws Exception {
    show("日本の図書館", "b", "c", "d");
    show(" abc", "b", "", "やめる");
    assertShown(" abc", "b", "", "やめる");
  }

  @Test
  void isNotChangedByWhatHappensToTheImageLater() throws Exception {
    BasicTextImage image = image("a");
    bench.display().show(image);
    Cells.put(image, 0, 0, "zzz", STYLE);
    assertShown("a", "", "", "");
  }

  @Test
  void refusesImageOfOtherSize() {
    BasicTextImage image = new BasicTextImage(SIZE.withColumns(21), STYLE.blank());
    assertThrows(IllegalArgumentException.class, () -> bench.display().show(image));
  }

  @Test
  void refusesImageOnceClosed() {
    bench.display().close();
    bench.display().close();
    assertThrows(DisplayException.class, () -> show("a"));
  }

  @Test
  void showsTextOfEitherSizeInTurn() throws Exception {
    show("small");
    TerminalSize large = bench.display().size(TextSize.LARGE);
    assertNotEquals(SIZE, large);
    BasicTextImage image = new BasicTextImage(large, STYLE.blank());
    Cells.put(image, 0, 0, "開始", STYLE);
    bench.display().show(image);
    assertNotEquals(legible(Cells.fill("small", 20)), bench.rows().getFirst());
    show("small");
    assertShown("small", "", "", "");
  }

  private void show(String... rows) throws DisplayException {
    bench.display().show(image(rows));
  }

  private static BasicTextImage image(String... rows) {
    BasicTextImage image = new BasicTextImage(SIZE, STYLE.blank());
    for (int i = 0; i < rows.length; i++) {
      Cells.put(image, 0, i, rows[i], STYLE);
    }
    return image;
  }

  private void assertShown(String... rows) {
    List<String> expected =
        List.of(rows).stream().map(row -> legible(Cells.fill(row, 20))).toList();
    assertEquals(expected, bench.rows());
  }
}

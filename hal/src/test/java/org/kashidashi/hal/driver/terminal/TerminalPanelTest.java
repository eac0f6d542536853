package org.kashidashi.hal.driver.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.googlecode.lanterna.TerminalSize;
import com.googlecode.lanterna.TextColor;
import com.googlecode.lanterna.graphics.BasicTextImage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kashidashi.hal.display.CellStyle;
import org.kashidashi.hal.display.Cells;
import org.kashidashi.hal.display.DisplayException;
import org.kashidashi.hal.input.PanelEvent.KeyTyped;
import org.kashidashi.hal.input.PanelEvent.PanelClosed;
import org.kashidashi.hal.input.PanelEvent.Tapped;
import org.kashidashi.hal.pty.AnsiScreen;
import org.kashidashi.hal.pty.AnsiScreen.DrawnWide;

class TerminalPanelTest {
  private static final TerminalSize PANEL = new TerminalSize(60, 22);
  private static final CellStyle STYLE =
      new CellStyle(TextColor.ANSI.BLACK, TextColor.ANSI.WHITE_BRIGHT);
  private static final Duration LONG = Duration.ofSeconds(10);
  private static final Duration SHORT = Duration.ofMillis(20);

  @ParameterizedTest
  @EnumSource
  void keepsScreenAlignedHoweverTerminalDrawsUnclearWidths(DrawnWide drawnWide) throws Exception {
    try (TerminalBench bench = new TerminalBench(PANEL, PANEL, drawnWide)) {
      BasicTextImage image = screen();
      bench.display().show(image);
      List<String> rows = bench.rows();
      // A symbol drawn narrow leaves a blank; a frame drawn wide is cut by its neighbour.
      assertEquals(withoutTraces(Cells.rows(image)), withoutTraces(rows));
      for (String row : rows) {
        assertTrue(row.matches(".*[║╗╝]"), row);
      }
    }
  }

  private static List<String> withoutTraces(List<String> rows) {
    return rows.stream()
        .map(row -> row.replaceAll("([○①]) *", "$1").replaceAll("[═║╔╗╚╝]", " "))
        .toList();
  }

  @Test
  void sendsOnlyRowsThatChanged() throws Exception {
    try (TerminalBench bench = new TerminalBench(PANEL, PANEL, DrawnWide.NOTHING)) {
      BasicTextImage image = screen();
      bench.display().show(image);
      int whole = bench.pty().receive(Duration.ofMillis(50)).length;
      Cells.put(image, 30, 20, "残り59秒", STYLE);
      bench.display().show(image);
      int changed = bench.pty().receive(Duration.ofMillis(50)).length;
      bench.display().show(image);
      assertTrue(changed > 0 && changed < whole / 10, changed + " of " + whole + " bytes");
      assertEquals(0, bench.pty().receive(Duration.ofMillis(50)).length);
    }
  }

  @Test
  void standsInTheMiddleWithCaptionBelow() throws Exception {
    try (TerminalBench bench =
        new TerminalBench(new TerminalSize(4, 2), size(10, 4), DrawnWide.NOTHING)) {
      bench.display().show(image(4, "開始", "xxxx"));
      bench.display().showCaption(List.of("1 = 開始です", "c", "no room"));
      assertEquals(List.of("   開始   ", "   xxxx   ", "   1 = .. ", "   c      "), bench.rows());
      bench.tap(3, 0);
      bench.tap(2, 0);
      bench.tap(7, 0);
      bench.tap(3, 2);
      bench.tap(6, 1);
      assertEquals(Optional.of(new Tapped(0, 0)), bench.input().await(LONG));
      assertEquals(Optional.of(new Tapped(3, 1)), bench.input().await(LONG));
      assertEquals(Optional.empty(), bench.input().await(SHORT));
    }
  }

  @Test
  void saysThatTerminalIsTooSmallAndDrawsOnceItIsLargeEnough() throws Exception {
    try (TerminalBench bench =
        new TerminalBench(new TerminalSize(70, 2), size(64, 4), DrawnWide.NOTHING)) {
      bench.display().show(image(70, "開始", ""));
      String shown = String.join("", bench.rows());
      assertTrue(shown.contains("70 x 2") && shown.contains("64 x 4"), shown);
      bench.tap(0, 0);
      assertEquals(Optional.empty(), bench.input().await(SHORT));
      bench.pty().resize(70, 4);
      assertEquals(Optional.empty(), bench.input().await(Duration.ofMillis(300)));
      AnsiScreen larger = new AnsiScreen(70, 4, DrawnWide.NOTHING);
      larger.feed(bench.pty().receive(Duration.ofMillis(50)));
      assertEquals(Cells.fill("開始", 70), larger.rows().getFirst());
    }
  }

  @Test
  void leavesTerminalAsItWasFound() throws Exception {
    try (TerminalBench bench = new TerminalBench(PANEL, PANEL, DrawnWide.NOTHING)) {
      assertEquals(Set.of("1000", "1006", "1049"), bench.screen().modes());
      bench.display().close();
      assertEquals(Set.of("25", "7"), bench.screen().modes());
    }
  }

  @Test
  void givesTapsOfOldTerminals() throws Exception {
    try (TerminalBench bench = new TerminalBench(PANEL, PANEL, DrawnWide.NOTHING)) {
      bench.display().show(screen());
      // X10 encoding: 32 + button, 33 + column, 33 + row; the release has button 3.
      bench.pty().send((byte) 27, (byte) '[', (byte) 'M', (byte) 32, (byte) (33 + 59), (byte) 54);
      bench.pty().send((byte) 27, (byte) '[', (byte) 'M', (byte) 35, (byte) (33 + 59), (byte) 54);
      assertEquals(Optional.of(new Tapped(59, 21)), bench.input().await(LONG));
      assertEquals(Optional.empty(), bench.input().await(SHORT));
    }
  }

  @Test
  void ignoresEverythingThatIsNoTapAndNoPrintableKey() throws Exception {
    try (TerminalBench bench = new TerminalBench(PANEL, PANEL, DrawnWide.NOTHING)) {
      bench.display().show(screen());
      bench.pty().send("\u001b[A\u001b[15~\r\t\u007fé");
      bench.pty().send("\u001b[<64;3;3M\u001b[<2;3;3M\u001b[<2;3;3m\u001b[<35;3;3M");
      bench.pty().send("\u001b[<0;99;99m\u001b[<0;0;0m7");
      assertEquals(Optional.of(new Tapped(0, 0)), bench.input().await(LONG));
      assertEquals(Optional.of(new KeyTyped('7')), bench.input().await(LONG));
    }
  }

  @Test
  void survivesGarbage() throws Exception {
    try (TerminalBench bench = new TerminalBench(PANEL, PANEL, DrawnWide.NOTHING)) {
      bench.display().show(screen());
      bench
          .pty()
          .send("\u001b[<" + "9".repeat(2_000) + "m\u001b[<1;2;m\u001b[" + "\u001b".repeat(5));
      int told = 0;
      while (bench.input().await(Duration.ofMillis(300)).isPresent()) {
        told++;
      }
      assertTrue(told <= 2_100, told + " events");
      bench.pty().send("#");
      assertEquals(Optional.of(new KeyTyped('#')), bench.input().await(LONG));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u0003", "\u0004"})
  void tellsControlKeysThatCloseProgram(String key) throws Exception {
    try (TerminalBench bench = new TerminalBench(PANEL, PANEL, DrawnWide.NOTHING)) {
      bench.type(key);
      assertEquals(Optional.of(new PanelClosed()), bench.input().await(LONG));
    }
  }

  @Test
  void saysThatPanelIsGoneWhenTerminalHangsUp() throws Exception {
    try (TerminalBench bench = new TerminalBench(PANEL, PANEL, DrawnWide.NOTHING)) {
      bench.display().show(screen());
      bench.hangUp();
      BasicTextImage next = image(60, new String[22]);
      assertThrows(DisplayException.class, () -> bench.display().show(next));
    }
  }

  @Test
  void givesUpWhenTerminalTakesNothing() throws Exception {
    try (TerminalBench bench = new TerminalBench(PANEL, PANEL, DrawnWide.NOTHING)) {
      DisplayException gone = assertThrows(DisplayException.class, () -> {
        for (int i = 0; i < 1_000; i++) {
          BasicTextImage image = screen();
          Cells.put(image, 0, i % 22, Integer.toString(i), STYLE);
          bench.display().show(image);
        }
      });
      String cause = String.valueOf(gone.getCause());
      assertTrue(cause.contains("bytes"), cause);
    }
  }

  @Test
  void refusesWhatIsNoTerminal() {
    assertThrows(DisplayException.class, () -> TerminalPanel.onDevice(Path.of("/dev/null"), PANEL));
    assertThrows(
        DisplayException.class, () -> TerminalPanel.onDevice(Path.of("/nowhere/tty"), PANEL));
  }

  private static TerminalSize size(int columns, int rows) {
    return new TerminalSize(columns, rows);
  }

  private static BasicTextImage image(int columns, String... rows) {
    BasicTextImage image =
        new BasicTextImage(new TerminalSize(columns, rows.length), STYLE.blank());
    for (int i = 0; i < rows.length; i++) {
      Cells.put(image, 0, i, Optional.ofNullable(rows[i]).orElse(""), STYLE);
    }
    return image;
  }

  private static BasicTextImage screen() {
    String[] rows = new String[22];
    rows[0] = "╔" + "═".repeat(58) + "╗";
    for (int i = 1; i < 21; i++) {
      rows[i] = "║" + Cells.centre(i % 3 == 0 ? "" : "○ カードを置いてください ①ｱ 𠮷 ㄅ", 58) + "║";
    }
    rows[21] = "╚" + "═".repeat(58) + "╝";
    BasicTextImage image = image(60, rows);
    assertFalse(Cells.rows(image).getFirst().isBlank());
    return image;
  }
}

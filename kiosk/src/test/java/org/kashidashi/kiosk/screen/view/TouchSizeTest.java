package org.kashidashi.kiosk.screen.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.googlecode.lanterna.TerminalSize;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.kashidashi.hal.display.Cells;
import org.kashidashi.hal.display.TextSize;
import org.kashidashi.kiosk.screen.Catalogue;
import org.kashidashi.kiosk.screen.RefusalText;
import org.kashidashi.kiosk.screen.SampleStates;
import org.kashidashi.kiosk.screen.Screen;
import org.kashidashi.kiosk.screen.Screens;
import org.kashidashi.kiosk.screen.Texts;
import org.kashidashi.kiosk.session.Action;
import org.kashidashi.kiosk.session.KioskState;
import org.kashidashi.kiosk.session.Language;
import org.kashidashi.kiosk.session.Preferences;

final class TouchSizeTest {
  private final Texts texts = new Catalogue().of(Language.JAPANESE);

  @ParameterizedTest
  @MethodSource(SoldPanel.ALL)
  void makesEveryButtonLargeEnoughAndCutsNoText(SoldPanel panel) throws Exception {
    ScreenView view = panel.view();
    double columnMillimetres = panel.columnMillimetres();
    double rowMillimetres = panel.geometry().rowMillimetres();
    Preferences preferences = SampleStates.JAPANESE.withLarge(panel.size() == TextSize.LARGE);
    for (Map.Entry<String, KioskState> sample : SampleStates.all().entrySet()) {
      Screen screen = Screens.of(sample.getValue(), SampleStates.RULES);
      StringBuilder shown = new StringBuilder();
      int pages = 1;
      for (int page = 0; page < pages; page++) {
        Frame frame = view.draw(screen, preferences, page);
        pages = frame.pages();
        shown.append(shown(frame));
        for (Target target : frame.targets()) {
          boolean wide = target.columns() * columnMillimetres >= 20;
          boolean high = target.rows() * rowMillimetres >= 20;
          assertTrue(isNoButton(target) || (wide && high), sample.getKey() + " " + target);
        }
      }
      assertWhole(sample.getKey(), screen, shown.toString());
    }
  }

  /** The way to the help lies in the footer, the way to the next page on the text. */
  private static boolean isNoButton(Target target) {
    return target.action() == Action.HELP || target.action() == Action.NEXT_PAGE;
  }

  /** What a screen has to say is there, whatever room the buttons have taken. */
  private void assertWhole(String name, Screen screen, String shown) {
    if (screen instanceof Screen.Refused refused) {
      RefusalText text = texts.of(refused.refusal());
      assertTrue(shown.contains(text.code()), name + shown);
      for (String line : text.lines().split("\n", -1)) {
        assertTrue(containsInPieces(shown, squeezed(line)), name + line + shown);
      }
    }
    // Titles of books are cut, words of our own never.
    assertTrue(
        name.contains("many") || name.contains("enough") || !shown.contains(".."), name + shown);
  }

  /** A row, or a page, may end within a line. */
  private static boolean containsInPieces(String shown, String line) {
    int from = 0;
    for (int to = 1; to <= line.length(); to++) {
      if (!shown.contains(line.substring(from, to))) {
        from = to - 1;
        if (!shown.contains(line.substring(from, to))) {
          return false;
        }
      }
    }
    return true;
  }

  @ParameterizedTest
  @CsvSource({"22, 0, 4", "22, 9, 4", "30, 0, 5", "30, 3, 4", "30, 7, 7", "30, 12, 8"})
  void leavesTheBodyTheRowsOfTheSmallestPanel(int rows, int touchRows, int buttonRows) {
    Layout layout = new Layout(new TerminalSize(60, rows), touchRows);
    assertEquals(buttonRows, layout.buttons(List.of(6)).getFirst().rows());
    assertTrue(layout.body(3, List.of(6, 6, 6, 6)).rows() >= 8);
  }

  private static String shown(Frame frame) {
    return squeezed(String.join("", Cells.rows(frame.image())));
  }

  private static String squeezed(String text) {
    return text.replaceAll("[\\s│]", "");
  }
}

package org.kashidashi.kiosk.screen.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.googlecode.lanterna.TerminalSize;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kashidashi.hal.display.Cells;
import org.kashidashi.hal.display.GlassSize;
import org.kashidashi.hal.display.PanelGeometry;
import org.kashidashi.hal.display.TextSize;
import org.kashidashi.kiosk.screen.RefusalText;
import org.kashidashi.kiosk.screen.SampleStates;
import org.kashidashi.kiosk.screen.Screen;
import org.kashidashi.kiosk.screen.Screens;
import org.kashidashi.kiosk.screen.Texts;
import org.kashidashi.kiosk.session.Action;
import org.kashidashi.kiosk.session.KioskState;
import org.kashidashi.kiosk.session.SessionRules;

final class TouchSizeTest {
  private static final TerminalSize LEAST = new TerminalSize(60, 22);

  private final Texts texts = Texts.japanese();

  /** Panels as they are sold: 7 and 10.1 inches, and one of 7 inches that stands upright. */
  @ParameterizedTest(name = "{0} x {1} pixels on {2} x {3} mm")
  @CsvSource({"1024, 600, 154, 86", "1280, 800, 217, 136", "480, 800, 86, 154"})
  void makesEveryButtonLargeEnoughAndCutsNoText(
      int width, int height, int glassWidth, int glassHeight) throws Exception {
    GlassSize glass = new GlassSize(glassWidth, glassHeight);
    PanelGeometry geometry = PanelGeometry.fitting(width, height, glass, TextSize.NORMAL, LEAST);
    double columnMillimetres = (double) geometry.cellWidth() * glassWidth / width;
    ScreenView view = new ScreenView(
        texts,
        SampleStates.SITE,
        geometry.cells(),
        geometry.rowsOf(PanelGeometry.TOUCH_MILLIMETRES));
    for (Map.Entry<String, KioskState> sample : SampleStates.all().entrySet()) {
      Screen screen = Screens.of(sample.getValue(), SessionRules.standard());
      Frame frame = view.draw(screen);
      for (Target target : frame.targets()) {
        // The way to the help lies in the footer and is as low as that: it is no button.
        boolean isButton = target.action() != Action.HELP;
        boolean wide = target.columns() * columnMillimetres >= 20;
        boolean high = target.rows() * geometry.rowMillimetres() >= 20;
        assertTrue(!isButton || (wide && high), sample.getKey() + " " + target);
      }
      assertWhole(sample.getKey(), screen, frame);
    }
  }

  /** What the smallest panel shows is there, whatever room the buttons have taken. */
  private void assertWhole(String name, Screen screen, Frame frame) {
    ScreenView smallest = new ScreenView(texts, SampleStates.SITE, LEAST);
    int most = smallest.draw(screen).targets().size();
    assertEquals(most, frame.targets().size(), name);
    String shown = shown(frame);
    if (screen instanceof Screen.Refused refused) {
      RefusalText text = texts.of(refused.refusal());
      assertTrue(shown.contains(squeezed(text.lines())), name + shown);
      assertTrue(shown.contains(squeezed(text.plain())), name + shown);
      assertTrue(shown.contains(squeezed(text.english())), name + shown);
    }
    boolean isCut = name.contains("many") || name.contains("enough");
    assertTrue(isCut || !shown.contains(".."), name + shown);
  }

  @ParameterizedTest
  @CsvSource({"22, 0, 4", "22, 9, 4", "30, 0, 5", "30, 3, 4", "30, 7, 7", "30, 12, 8"})
  void leavesTheBodyTheRowsOfTheSmallestPanel(int rows, int touchRows, int buttonRows) {
    Layout layout = new Layout(new TerminalSize(60, rows), touchRows);
    assertEquals(buttonRows, layout.buttons(1).getFirst().rows());
    assertTrue(layout.body(4).rows() >= 8);
  }

  private static String shown(Frame frame) {
    return squeezed(String.join("", Cells.rows(frame.image())));
  }

  private static String squeezed(String text) {
    return text.replaceAll("[\\s│]", "");
  }
}

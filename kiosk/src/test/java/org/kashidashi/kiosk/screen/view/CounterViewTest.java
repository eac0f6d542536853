package org.kashidashi.kiosk.screen.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.kashidashi.hal.display.Cells;
import org.kashidashi.hal.display.GlassSize;
import org.kashidashi.hal.display.PanelGeometry;
import org.kashidashi.hal.display.TextSize;
import org.kashidashi.kiosk.Golden;
import org.kashidashi.kiosk.screen.Catalogue;
import org.kashidashi.kiosk.screen.CounterSamples;
import org.kashidashi.kiosk.screen.CounterScreen;
import org.kashidashi.kiosk.screen.CounterScreen.PinPad;
import org.kashidashi.kiosk.screen.CounterScreen.PinUse;
import org.kashidashi.kiosk.screen.SampleStates;
import org.kashidashi.kiosk.screen.Spoken;
import org.kashidashi.kiosk.screen.Theme;
import org.kashidashi.kiosk.session.Language;
import org.kashidashi.kiosk.session.Preferences;

/** The patron's screens at a counter, in every language, on every glass, in every size. */
final class CounterViewTest {
  /** As wide and high as a finger; a telephone's keys are smaller. */
  private static final double KEY_MILLIMETRES = 11;

  enum Panel {
    WIDE(Grid.of(78, 23), Grid.of(37, 11)),
    NARROW(Grid.of(30, 25), Grid.of(20, 16)),
    LEAST(Grid.of(60, 22), Grid.of(30, 11));

    @SuppressWarnings("ImmutableEnumChecker") // A grid is two numbers and a size.
    private final Grid normal;

    @SuppressWarnings("ImmutableEnumChecker")
    private final Grid large;

    Panel(Grid normal, Grid large) {
      this.normal = normal;
      this.large = large;
    }

    ScreenView view() {
      return new ScreenView(new Catalogue(), SampleStates.SITE, Theme.standard(), normal, large);
    }
  }

  static Stream<Arguments> looks() {
    return Stream.of(Language.values())
        .flatMap(language -> Stream.of(Panel.values())
            .flatMap(panel ->
                Stream.of(false, true).map(large -> Arguments.of(language, panel, large))));
  }

  @ParameterizedTest(name = "{0} {1} large={2}")
  @MethodSource("looks")
  void cutsNoWordAndKeepsEveryRowStraight(Language language, Panel panel, boolean large) {
    Preferences preferences = Preferences.of(language).withLarge(large);
    List<String> cut = new ArrayList<>();
    CounterSamples.all().forEach((name, screen) -> {
      for (Frame frame : pages(panel.view(), screen, preferences)) {
        for (String row : Cells.rows(frame.image())) {
          assertEquals(frame.image().getSize().getColumns(), Cells.columns(row), row);
          if (row.contains("..") || row.contains("〓")) {
            cut.add(name + ": " + row.strip());
          }
        }
      }
    });
    assertEquals(List.of(), cut);
  }

  /** There is no key left to turn a page with. */
  @ParameterizedTest(name = "{0} {1} large={2}")
  @MethodSource("looks")
  void showsAPinPadOnOnePage(Language language, Panel panel, boolean large) {
    Preferences preferences = Preferences.of(language).withLarge(large);
    CounterSamples.all().forEach((name, screen) -> {
      if (screen instanceof PinPad) {
        Frame frame = panel.view().draw(screen, preferences, 0);
        String shown = String.join("\n", Cells.rows(frame.image()));
        assertEquals(1, frame.pages(), () -> name + "\n" + shown);
        assertEquals(
            PinPad.KEYS,
            frame.keys().stream().map(key -> "" + key.key()).collect(Collectors.joining()));
        for (PadKey key : frame.keys()) {
          assertEquals(
              Optional.of(key.key()),
              frame.keys().stream()
                  .filter(other -> other.covers(key.column(), key.row()))
                  .map(PadKey::key)
                  .findFirst());
        }
      }
    });
  }

  @ParameterizedTest
  @EnumSource
  void readsAsBefore(Language language) {
    StringBuilder text = new StringBuilder();
    for (Panel panel : List.of(Panel.WIDE, Panel.NARROW)) {
      for (boolean large : List.of(false, true)) {
        Preferences preferences = Preferences.of(language).withLarge(large);
        CounterSamples.all().forEach((name, screen) -> {
          List<Frame> frames = pages(panel.view(), screen, preferences);
          List<Frame> contrasting = pages(panel.view(), screen, preferences.withContrast(true));
          for (Frame frame : frames) {
            List<String> rows = Cells.rows(frame.image());
            assertEquals(rows, Cells.rows(contrasting.get(frame.page()).image()), name);
            text.append("== %s %s %s %d/%d%n"
                .formatted(
                    name, panel, large ? "large" : "normal", frame.page() + 1, frames.size()));
            rows.forEach(row -> text.append(row.stripTrailing()).append('\n'));
          }
        });
      }
    }
    Golden.text("text/desk-" + language.tag() + ".txt").check(text.toString());
  }

  @ParameterizedTest
  @EnumSource
  void saysEveryScreenAsReviewedAndNoDigitOfAPin(Language language) {
    SpeechScript script = new SpeechScript(new Catalogue(), SampleStates.SITE);
    StringBuilder text = new StringBuilder();
    CounterSamples.all().forEach((name, screen) -> {
      text.append("== ").append(name).append('\n');
      for (Spoken spoken : script.whole(screen, language, false)) {
        text.append(spoken.text()).append('\n');
        assertFalse(spoken.text().matches("(?s).*[*#█░●○\\[\\]].*"), spoken.text());
      }
    });
    Golden.text("speech/desk-" + language.tag() + ".txt").check(text.toString());
  }

  /** Whichever digits were typed, the same is said: how many there are. */
  @Test
  void saysTheNumberOfDigitsAsNews() {
    SpeechScript script = new SpeechScript(new Catalogue(), SampleStates.SITE);
    List<Spoken> before = script.whole(pad(1), Language.ENGLISH, false);
    List<Spoken> now = script.whole(pad(2), Language.ENGLISH, false);
    assertEquals(
        List.of("2 digits entered."),
        SpeechScript.news(before, now).stream().map(Spoken::text).toList());
  }

  private static CounterScreen pad(int typed) {
    return new PinPad(PinUse.BOTH, typed, 3, false);
  }

  @ParameterizedTest(name = "{0} x {1} pixels on {2} x {3} mm, {4}")
  @CsvSource({
    "1024, 600, 154, 86, NORMAL",
    "1280, 800, 217, 136, NORMAL",
    "480, 800, 86, 154, NORMAL",
    "1024, 600, 154, 86, LARGE",
    "1280, 800, 217, 136, LARGE",
    "480, 800, 86, 154, LARGE"
  })
  void makesEveryKeyLargeEnoughForAFinger(
      int width, int height, int glassWidth, int glassHeight, TextSize size) throws Exception {
    GlassSize glass = new GlassSize(glassWidth, glassHeight);
    PanelGeometry geometry =
        PanelGeometry.fitting(width, height, glass, size, size.least(width, height));
    double columnMillimetres = (double) geometry.cellWidth() * glassWidth / width;
    Grid grid = new Grid(geometry.cells(), geometry.rowsOf(PanelGeometry.TOUCH_MILLIMETRES));
    ScreenView view =
        new ScreenView(new Catalogue(), SampleStates.SITE, Theme.standard(), grid, grid);
    Preferences preferences = SampleStates.JAPANESE.withLarge(size == TextSize.LARGE);
    for (Map.Entry<String, CounterScreen> sample : CounterSamples.all().entrySet()) {
      Frame frame = view.draw(sample.getValue(), preferences, 0);
      for (PadKey key : frame.keys()) {
        assertTrue(key.columns() * columnMillimetres >= KEY_MILLIMETRES, key + " is narrow");
        assertTrue(key.rows() * geometry.rowMillimetres() >= KEY_MILLIMETRES, key + " is low");
      }
      String shown = String.join("", Cells.rows(frame.image()));
      assertFalse(shown.contains(".."), sample.getKey() + shown);
    }
  }

  private static List<Frame> pages(ScreenView view, CounterScreen screen, Preferences preferences) {
    int pages = view.draw(screen, preferences, 0).pages();
    return IntStream.range(0, pages)
        .mapToObj(page -> view.draw(screen, preferences, page))
        .toList();
  }
}

package org.kashidashi.kiosk.screen.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.kashidashi.hal.display.Cells;
import org.kashidashi.hal.display.TextSize;
import org.kashidashi.kiosk.Golden;
import org.kashidashi.kiosk.screen.Catalogue;
import org.kashidashi.kiosk.screen.CounterSamples;
import org.kashidashi.kiosk.screen.CounterScreen;
import org.kashidashi.kiosk.screen.CounterScreen.PinPad;
import org.kashidashi.kiosk.screen.CounterScreen.PinUse;
import org.kashidashi.kiosk.screen.SampleStates;
import org.kashidashi.kiosk.screen.Spoken;
import org.kashidashi.kiosk.session.Language;
import org.kashidashi.kiosk.session.Preferences;

/** The patron's screens at a counter, in every language, on every glass, in every size. */
final class CounterViewTest {
  /** As wide and high as a finger; a telephone's keys are smaller. */
  private static final double KEY_MILLIMETRES = 11;

  @ParameterizedTest(name = "{0} {1} large={2}")
  @MethodSource(Panel.LOOKS)
  void cutsNoWordAndKeepsEveryRowStraight(Language language, Panel panel, boolean large) {
    Preferences preferences = Preferences.of(language).withLarge(large);
    ScreenView view = panel.view();
    List<String> cut = new ArrayList<>();
    CounterSamples.all().forEach((name, screen) -> {
      for (Frame frame : Panel.pages(view, screen, preferences)) {
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
  @MethodSource(Panel.LOOKS)
  void showsAPinPadOnOnePage(Language language, Panel panel, boolean large) {
    Preferences preferences = Preferences.of(language).withLarge(large);
    ScreenView view = panel.view();
    CounterSamples.all().forEach((name, screen) -> {
      if (screen instanceof PinPad) {
        Frame frame = Panel.pages(view, screen, preferences).getFirst();
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
      ScreenView view = panel.view();
      for (boolean large : List.of(false, true)) {
        Preferences preferences = Preferences.of(language).withLarge(large);
        CounterSamples.all().forEach((name, screen) -> {
          List<Frame> frames = Panel.pages(view, screen, preferences);
          List<Frame> contrasting = Panel.pages(view, screen, preferences.withContrast(true));
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
    Golden.file("text/desk-" + language.tag() + ".txt").check(text.toString());
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
    Golden.file("speech/desk-" + language.tag() + ".txt").check(text.toString());
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

  @ParameterizedTest
  @MethodSource(SoldPanel.ALL)
  void makesEveryKeyLargeEnoughForAFinger(SoldPanel panel) throws Exception {
    ScreenView view = panel.view();
    double columnMillimetres = panel.columnMillimetres();
    double rowMillimetres = panel.geometry().rowMillimetres();
    Preferences preferences = SampleStates.JAPANESE.withLarge(panel.size() == TextSize.LARGE);
    for (Map.Entry<String, CounterScreen> sample : CounterSamples.all().entrySet()) {
      Frame frame = view.draw(sample.getValue(), preferences, 0);
      for (PadKey key : frame.keys()) {
        assertTrue(key.columns() * columnMillimetres >= KEY_MILLIMETRES, key + " is narrow");
        assertTrue(key.rows() * rowMillimetres >= KEY_MILLIMETRES, key + " is low");
      }
      String shown = String.join("", Cells.rows(frame.image()));
      assertFalse(shown.contains(".."), sample.getKey() + shown);
    }
  }
}

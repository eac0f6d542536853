package org.kashidashi.kiosk.screen.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.kashidashi.hal.display.Cells;
import org.kashidashi.kiosk.Golden;
import org.kashidashi.kiosk.screen.Catalogue;
import org.kashidashi.kiosk.screen.SampleStates;
import org.kashidashi.kiosk.screen.Screen;
import org.kashidashi.kiosk.screen.Screens;
import org.kashidashi.kiosk.session.KioskState;
import org.kashidashi.kiosk.session.Language;
import org.kashidashi.kiosk.session.Preferences;

/** Every screen in every language, on a wide panel (1024 x 600) and on a narrow one (480 x 800). */
final class LanguagesTest {
  @ParameterizedTest
  @EnumSource(Language.class)
  void hasEveryWordAndNoOther(Language language) {
    Set<String> needed = Catalogue.shipped(Language.JAPANESE).keySet().stream()
        .filter(key -> language == Language.JAPANESE || !isBeside(key))
        .filter(key -> !isSpoken(key))
        .collect(Collectors.toCollection(TreeSet::new));
    Set<String> there = new TreeSet<>(Catalogue.shipped(language).keySet());
    there.removeIf(LanguagesTest::isSpoken);
    assertEquals(needed, there);
  }

  /** What is said as it is written needs no word of its own. */
  @ParameterizedTest
  @EnumSource(Language.class)
  void saysOtherwiseOnlyWhatIsWritten(Language language) {
    Set<String> written = Catalogue.shipped(language).keySet();
    written.stream()
        .filter(LanguagesTest::isSpoken)
        .forEach(key -> assertTrue(written.contains(key.substring("spoken.".length())), key));
  }

  private static boolean isSpoken(String key) {
    return key.startsWith("spoken.");
  }

  private static boolean isBeside(String key) {
    return key.endsWith(".plain") || key.endsWith(".english");
  }

  @ParameterizedTest(name = "{0} {1} large={2}")
  @MethodSource(Panel.LOOKS)
  void cutsNoWordAndKeepsEveryRowStraight(Language language, Panel panel, boolean large) {
    Preferences preferences = Preferences.of(language).withLarge(large);
    ScreenView view = panel.view();
    List<String> cut = new ArrayList<>();
    for (Map.Entry<String, KioskState> sample : SampleStates.all().entrySet()) {
      Screen screen = Screens.of(sample.getValue(), SampleStates.RULES);
      for (Frame frame : Panel.pages(view, screen, preferences)) {
        for (String row : Cells.rows(frame.image())) {
          assertEquals(frame.image().getSize().getColumns(), Cells.columns(row), row);
          boolean ofBook = sample.getKey().contains("many") || sample.getKey().contains("enough");
          if (row.contains("..") && !ofBook) {
            cut.add(sample.getKey() + ": " + row.strip());
          }
          assertTrue(!row.contains("〓"), () -> sample.getKey() + ": " + row);
        }
      }
    }
    assertEquals(List.of(), cut);
  }

  /** Colours change no word, so one text stands for both. */
  @ParameterizedTest(name = "{0} {1} large={2}")
  @MethodSource(Panel.LOOKS)
  void readsAsBefore(Language language, Panel panel, boolean large) {
    Preferences preferences = Preferences.of(language).withLarge(large);
    ScreenView view = panel.view();
    StringBuilder text = new StringBuilder();
    for (Map.Entry<String, KioskState> sample : SampleStates.all().entrySet()) {
      Screen screen = Screens.of(sample.getValue(), SampleStates.RULES);
      List<Frame> plain = Panel.pages(view, screen, preferences);
      List<Frame> contrasting = Panel.pages(view, screen, preferences.withContrast(true));
      for (int page = 0; page < plain.size(); page++) {
        List<String> rows = Cells.rows(plain.get(page).image());
        assertEquals(rows, Cells.rows(contrasting.get(page).image()), sample.getKey());
        text.append("== %s %d/%d%n".formatted(sample.getKey(), page + 1, plain.size()));
        rows.forEach(row -> text.append(row.stripTrailing()).append('\n'));
      }
    }
    if (panel != Panel.LEAST) {
      String name = "text/%s-%s-%s.txt"
          .formatted(
              language.tag(), panel.name().toLowerCase(Locale.ROOT), large ? "large" : "normal");
      Golden.file(name).check(text.toString());
    }
  }
}

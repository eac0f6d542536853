package org.kashidashi.kiosk.app;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kashidashi.hal.display.Cells;
import org.kashidashi.kiosk.config.Configuration;
import org.kashidashi.kiosk.screen.SampleStates;
import org.kashidashi.kiosk.screen.Screen;
import org.kashidashi.kiosk.screen.Screens;
import org.kashidashi.kiosk.screen.view.Frame;
import org.kashidashi.kiosk.screen.view.Grid;
import org.kashidashi.kiosk.screen.view.ScreenView;
import org.kashidashi.kiosk.session.KioskState;
import org.kashidashi.kiosk.session.Language;
import org.kashidashi.kiosk.session.Preferences;

/** Draws every screen with the library's own words, and tells which of them are cut. */
final class WordsCheck {
  /** The smallest panels: wide and narrow. */
  private static final List<List<Grid>> PANELS =
      List.of(List.of(Grid.of(60, 22), Grid.of(30, 11)), List.of(Grid.of(30, 25), Grid.of(20, 16)));

  private static final String CUT = "..";

  private WordsCheck() {}

  /**
   * Looks at every screen in each language that has words, or names of places, of the library's
   * own.
   *
   * @throws WordsCutException if a word is longer than a panel has room for
   */
  static void requireRoom(Configuration configuration) throws WordsCutException {
    Assembly.Manner manner = Wiring.manner(configuration);
    List<String> cut = new ArrayList<>();
    Set<Language> changed = Wiring.places(configuration).named()
        ? EnumSet.allOf(Language.class)
        : configuration.words().byLanguage().keySet();
    for (Language language : changed) {
      for (List<Grid> panel : PANELS) {
        ScreenView view = new ScreenView(
            manner.catalogue(), manner.site(), manner.theme(), panel.getFirst(), panel.getLast());
        cut.addAll(cut(view, language));
      }
    }
    if (!cut.isEmpty()) {
      throw new WordsCutException(cut.stream().distinct().toList());
    }
  }

  /** Titles of books may be cut. */
  private static boolean showsTitles(Screen screen) {
    return screen instanceof Screen.Lending
        || screen instanceof Screen.Finished
        || screen instanceof Screen.OwnLoans
        || screen instanceof Screen.Returning
        || screen instanceof Screen.CutShort;
  }

  private static List<String> cut(ScreenView view, Language language) {
    List<String> cut = new ArrayList<>();
    for (Map.Entry<String, KioskState> sample : SampleStates.all().entrySet()) {
      Screen screen = Screens.of(sample.getValue(), SampleStates.RULES);
      if (!showsTitles(screen)) {
        for (boolean large : new boolean[] {false, true}) {
          Frame frame = view.draw(screen, Preferences.of(language).withLarge(large), 0);
          if (Cells.rows(frame.image()).stream().anyMatch(row -> row.contains(CUT))) {
            cut.add(language.tag() + " " + sample.getKey());
          }
        }
      }
    }
    return cut;
  }
}

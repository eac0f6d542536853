package org.kashidashi.kiosk.screen.view;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.kashidashi.kiosk.screen.Catalogue;
import org.kashidashi.kiosk.screen.SampleStates;
import org.kashidashi.kiosk.screen.Screen;
import org.kashidashi.kiosk.screen.Theme;
import org.kashidashi.kiosk.session.Language;
import org.kashidashi.kiosk.session.Preferences;

/** The panels for which every text is laid out, with their cells in both sizes of text. */
enum Panel {
  /** 1024 x 600 pixels. */
  WIDE(Grid.of(78, 23), Grid.of(37, 11)),
  /** 480 x 800 pixels. */
  NARROW(Grid.of(30, 25), Grid.of(20, 16)),
  /** The least cells that any panel has. */
  LEAST(Grid.of(60, 22), Grid.of(30, 11));

  /** For a method source: each language on each panel, in both sizes of text. */
  static final String LOOKS = "org.kashidashi.kiosk.screen.view.Panel#looks";

  @SuppressWarnings("ImmutableEnumChecker") // A grid is two numbers and a size.
  private final Grid normal;

  @SuppressWarnings("ImmutableEnumChecker")
  private final Grid large;

  Panel(Grid normal, Grid large) {
    this.normal = normal;
    this.large = large;
  }

  /** For many screens: it reads the words of each language once. */
  ScreenView view() {
    return new ScreenView(new Catalogue(), SampleStates.SITE, Theme.standard(), normal, large);
  }

  /** The screen, page by page. */
  static List<Frame> pages(ScreenView view, Screen screen, Preferences preferences) {
    Frame first = view.draw(screen, preferences, 0);
    return Stream.concat(
            Stream.of(first),
            IntStream.range(1, first.pages())
                .mapToObj(page -> view.draw(screen, preferences, page)))
        .toList();
  }

  static Stream<Arguments> looks() {
    return Stream.of(Language.values())
        .flatMap(language -> Stream.of(values())
            .flatMap(panel ->
                Stream.of(false, true).map(large -> Arguments.of(language, panel, large))));
  }
}

package org.kashidashi.kiosk.screen.view;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.kashidashi.hal.display.Lettering;
import org.kashidashi.hal.display.Picture;
import org.kashidashi.kiosk.screen.Catalogue;
import org.kashidashi.kiosk.screen.Message;
import org.kashidashi.kiosk.screen.Screen;
import org.kashidashi.kiosk.screen.Site;
import org.kashidashi.kiosk.screen.Texts;
import org.kashidashi.kiosk.screen.Theme;
import org.kashidashi.kiosk.session.Language;
import org.kashidashi.kiosk.session.Preferences;

/**
 * Draws each screen for one panel, as a patron prefers it. Pure: the same screen gives the same
 * frame.
 */
public final class ScreenView {
  private final Catalogue catalogue;
  private final Site site;
  private final Picture logo;
  private final Palette standard;
  private final Grid normal;
  private final Grid large;
  private final Map<Language, Words> words = new ConcurrentHashMap<>();

  private record Words(Texts texts, Pages pages) {}

  /**
   * For one panel.
   *
   * @param normal the panel's cells for text of normal size, at least 60 x 22, or 30 x 22 where it
   *     is narrow
   * @param large its cells for large text, at least 30 x 11 or 20 x 15
   * @throws IllegalArgumentException if the panel is smaller than any layout
   */
  public ScreenView(Catalogue catalogue, Site site, Theme theme, Grid normal, Grid large) {
    this(catalogue, site, theme, Picture.NONE, normal, large);
  }

  /**
   * For one panel that can show a picture among the cells.
   *
   * @param logo the library's
   * @param normal as without
   * @param large as without
   * @throws IllegalArgumentException as without
   */
  public ScreenView(
      Catalogue catalogue, Site site, Theme theme, Picture logo, Grid normal, Grid large) {
    this.logo = logo;
    this.catalogue = catalogue;
    this.site = site;
    this.standard = Palette.standard(theme);
    this.normal = normal;
    this.large = large;
    Layout _ = Layout.of(normal);
    Layout _ = Layout.of(large);
  }

  /**
   * Draws one page of a screen.
   *
   * @param page which page of a screen that is longer than the panel; one beyond the last is the last
   */
  public Frame draw(Screen screen, Preferences preferences, int page) {
    return draw(screen, preferences, page, false);
  }

  /**
   * Draws one page of a screen.
   *
   * @param practice whether to say that nothing is lent
   */
  public Frame draw(Screen screen, Preferences preferences, int page, boolean practice) {
    Words spoken = words.computeIfAbsent(preferences.language(), this::words);
    Layout layout = Layout.of(preferences.large() ? large : normal);
    Palette palette = preferences.contrast() ? Palette.highContrast() : standard;
    Lettering letters = letters(preferences.language());
    // Its colours were chosen for the library's own ground.
    boolean shown = screen instanceof Screen.Idle && !preferences.contrast();
    Picture sign = shown ? logo : Picture.NONE;
    return new Painter(spoken.texts(), letters, layout, palette, normal.cells(), sign)
        .paint(page(spoken, screen, layout, practice), screen.helpOffered(), page);
  }

  private static Page page(Words spoken, Screen screen, Layout layout, boolean practice) {
    Page page = spoken.pages().of(screen, layout);
    return practice
        ? page.under(layout.body().hint(spoken.texts().of(Message.PRACTICE_BAND)))
        : page;
  }

  private static Lettering letters(Language language) {
    return switch (language) {
      case VIETNAMESE -> Lettering.VIETNAMESE;
      case JAPANESE,
          EASY_JAPANESE,
          ENGLISH,
          SIMPLIFIED_CHINESE,
          TRADITIONAL_CHINESE,
          KOREAN,
          PORTUGUESE -> Lettering.JAPANESE;
    };
  }

  private Words words(Language language) {
    Texts texts = catalogue.of(language);
    return new Words(texts, new Pages(texts, catalogue, site));
  }
}

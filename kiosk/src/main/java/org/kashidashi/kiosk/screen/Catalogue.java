package org.kashidashi.kiosk.screen;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.kashidashi.kiosk.session.Language;

/** The words of every language. Any thread. */
public final class Catalogue {
  private final Function<Language, ResourceBundle> source;
  private final Map<Language, ResourceBundle> bundles = new ConcurrentHashMap<>();

  /** With the words that ship with the kiosk. */
  public Catalogue() {
    this(Catalogue::shipped);
  }

  /** With the library's own words over those that ship with the kiosk, and its names of places. */
  public static Catalogue with(LibraryWords words, Places places) {
    return new Catalogue(
        language -> places.over(language, words.over(language, shipped(language))));
  }

  /** With words from elsewhere; the source is asked once for each language. */
  public Catalogue(Function<Language, ResourceBundle> source) {
    this.source = source;
  }

  public Texts of(Language language) {
    return new Texts(
        bundle(language), bundle(below(language)), Locale.forLanguageTag(language.tag()));
  }

  /** The same words as they are said, which is not always as they are written. */
  public Catalogue spoken() {
    return new Catalogue(language -> switch (language) {
      // A voice reads kana well, and many read kanji badly or not at all.
      case JAPANESE -> new SpokenWords(bundle(language), bundle(Language.EASY_JAPANESE));
      case EASY_JAPANESE,
          ENGLISH,
          SIMPLIFIED_CHINESE,
          TRADITIONAL_CHINESE,
          KOREAN,
          PORTUGUESE,
          VIETNAMESE -> new SpokenWords(bundle(language), bundle(language));
    });
  }

  /** Whoever helps a patron can read the buttons, too. */
  private static Language below(Language language) {
    return switch (language) {
      case JAPANESE, EASY_JAPANESE -> Language.ENGLISH;
      case ENGLISH, SIMPLIFIED_CHINESE, TRADITIONAL_CHINESE, KOREAN, PORTUGUESE, VIETNAMESE ->
        Language.JAPANESE;
    };
  }

  private ResourceBundle bundle(Language language) {
    return bundles.computeIfAbsent(language, source);
  }

  /** The words of one language that ship with the kiosk. */
  public static ResourceBundle shipped(Language language) {
    String name = "words/" + language.tag() + ".properties";
    try (InputStream in = Catalogue.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("no " + name + " in this program");
      }
      return new PropertyResourceBundle(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(name + " of this program cannot be read", unreadable);
    }
  }
}

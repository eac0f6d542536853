package org.kashidashi.kiosk.screen;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.ResourceBundle;
import org.kashidashi.kiosk.session.Language;

/**
 * Words of the library's own, in place of those that ship with the kiosk.
 *
 * @param byLanguage text by key, as in the bundles
 */
public record LibraryWords(Map<Language, Map<String, String>> byLanguage) {
  /** Longer than any text of a screen. */
  public static final int LONGEST = 400;

  /** Patterns of dates, which screens also take apart. */
  private static final String DATES = "date.";

  public LibraryWords {
    byLanguage = Map.copyOf(byLanguage);
  }

  public static LibraryWords none() {
    return new LibraryWords(Map.of());
  }

  /** What can be wrong with a text. */
  public enum Oddity {
    /** No text of the screens that can be changed has this key. */
    UNKNOWN_KEY,
    /** It has not between 1 and {@link #LONGEST} characters. */
    LENGTH,
    CONTROL_CHARACTERS,
    /** It names a fact that is not known there, or is no pattern. */
    UNKNOWN_FACT
  }

  /** What is wrong with a text, if anything is. */
  public static Optional<Oddity> oddity(Language language, String key, String text) {
    ResourceBundle shipped = Catalogue.shipped(language);
    if (!shipped.containsKey(key)
        || (key.startsWith(DATES) || key.startsWith(SpokenWords.PREFIX))) {
      return Optional.of(Oddity.UNKNOWN_KEY);
    }
    if (text.isBlank() || text.length() > LONGEST) {
      return Optional.of(Oddity.LENGTH);
    }
    if (text.chars().anyMatch(sign -> Character.isISOControl(sign) && sign != '\n')) {
      return Optional.of(Oddity.CONTROL_CHARACTERS);
    }
    return facts(text).isEmpty()
            || facts(text).get() > facts(shipped.getString(key)).orElse(0)
        ? Optional.of(Oddity.UNKNOWN_FACT)
        : Optional.empty();
  }

  /** How many facts a pattern names; empty if it is none. */
  private static Optional<Integer> facts(String pattern) {
    try {
      MessageFormat format = new MessageFormat(pattern);
      boolean plain = Arrays.stream(format.getFormats()).allMatch(Objects::isNull);
      return plain ? Optional.of(format.getFormatsByArgumentIndex().length) : Optional.empty();
    } catch (IllegalArgumentException odd) {
      return Optional.empty();
    }
  }

  /** The words of a language: the library's own, and the shipped ones beneath. */
  ResourceBundle over(Language language, ResourceBundle shipped) {
    Map<String, String> own = byLanguage.getOrDefault(language, Map.of());
    return own.isEmpty() ? shipped : new Layered(own, shipped);
  }

  private static final class Layered extends ResourceBundle {
    private final Map<String, String> own;
    private final ResourceBundle shipped;

    Layered(Map<String, String> own, ResourceBundle shipped) {
      this.own = own;
      this.shipped = shipped;
    }

    @Override
    protected Object handleGetObject(String key) {
      String text = own.get(key);
      return text == null ? shipped.getObject(key) : text;
    }

    @Override
    public boolean containsKey(String key) {
      return shipped.containsKey(key);
    }

    @Override
    public Enumeration<String> getKeys() {
      return shipped.getKeys();
    }
  }
}

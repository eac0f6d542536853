package org.kashidashi.kiosk.screen;

import java.util.Enumeration;
import java.util.ResourceBundle;
import org.kashidashi.kiosk.session.Language;

/**
 * What the signs in the house call the places that a refusal sends a patron to.
 *
 * <p>Wherever the words of a refusal that fills the screen, or of a notice, say "the counter" or "the area", the name stands
 * instead, or behind it where the language is not that of the signs. The words of each language say
 * which words these are.
 *
 * @param counter empty where refusals say no more than "the counter"
 * @param municipality whose residents may borrow; empty where refusals say "the area"
 */
public record Places(String counter, String municipality) {
  private static final String ENGLISH = ".english";

  public static Places unnamed() {
    return new Places("", "");
  }

  public boolean named() {
    return !counter.isEmpty() || !municipality.isEmpty();
  }

  ResourceBundle over(Language language, ResourceBundle words) {
    return named() ? new Named(this, words, english(language, words)) : words;
  }

  /** Below Japanese words stands English. */
  private static ResourceBundle english(Language language, ResourceBundle words) {
    return language == Language.JAPANESE ? Catalogue.shipped(Language.ENGLISH) : words;
  }

  private String put(String text, ResourceBundle words) {
    String named = put(text, words, Message.PLACE_COUNTER, Message.PLACE_COUNTER_NAMED, counter);
    return put(named, words, Message.PLACE_AREA, Message.PLACE_AREA_NAMED, municipality);
  }

  private static String put(
      String text, ResourceBundle words, Message place, Message form, String name) {
    if (name.isEmpty()) {
      return text;
    }
    String whole = words.getString(form.key()).replace("{0}", quoted(name));
    return text.replace(words.getString(place.key()), whole);
  }

  /** As a pattern of MessageFormat has it. */
  private static String quoted(String name) {
    return name.replace("'", "''").replace("{", "'{'");
  }

  private static final class Named extends ResourceBundle {
    private final Places places;
    private final ResourceBundle words;
    private final ResourceBundle english;

    Named(Places places, ResourceBundle words, ResourceBundle english) {
      this.places = places;
      this.words = words;
      this.english = english;
    }

    @Override
    protected Object handleGetObject(String key) {
      String text = words.getString(key);
      // Refusals of items (E-2xx) stand in lines of a list, which were laid out by hand.
      boolean whole = key.startsWith("E-") && !key.startsWith("E-2");
      boolean refuses = whole || key.startsWith("notice.");
      return refuses ? places.put(text, key.endsWith(ENGLISH) ? english : words) : text;
    }

    @Override
    public boolean containsKey(String key) {
      return words.containsKey(key);
    }

    @Override
    public Enumeration<String> getKeys() {
      return words.getKeys();
    }
  }
}

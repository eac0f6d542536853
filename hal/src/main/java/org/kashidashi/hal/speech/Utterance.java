package org.kashidashi.hal.speech;

import java.util.List;

/**
 * What is to be said in one go.
 *
 * @param phrases one after the other, 1 to 64, of at most 4,000 characters in all
 */
public record Utterance(List<Phrase> phrases) {
  /** Minutes of speech, which nobody listens to. */
  public static final int CHARACTERS_MAXIMUM = 4_000;

  private static final int PHRASES_MAXIMUM = 64;

  /**
   * A text in one language.
   *
   * @param text not blank
   * @param language its tag (BCP 47)
   */
  public record Phrase(String text, String language) {
    public Phrase {
      if (text.isBlank() || language.isBlank()) {
        throw new IllegalArgumentException(
            "a phrase of %d characters in the language '%s', need both"
                .formatted(text.strip().length(), language));
      }
    }

    /** Not the text: it may name what somebody reads. */
    @Override
    public String toString() {
      return "Phrase[%d characters, %s]".formatted(text.length(), language);
    }
  }

  public Utterance {
    phrases = List.copyOf(phrases);
    int characters = phrases.stream().mapToInt(phrase -> phrase.text().length()).sum();
    if (phrases.isEmpty() || phrases.size() > PHRASES_MAXIMUM || characters > CHARACTERS_MAXIMUM) {
      throw new IllegalArgumentException(
          "an utterance of %d phrases with %d characters, need 1 to %d phrases with at most %d"
              .formatted(phrases.size(), characters, PHRASES_MAXIMUM, CHARACTERS_MAXIMUM));
    }
  }

  public static Utterance of(String text, String language) {
    return new Utterance(List.of(new Phrase(text, language)));
  }
}

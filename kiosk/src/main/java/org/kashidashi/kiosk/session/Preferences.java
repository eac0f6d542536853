package org.kashidashi.kiosk.session;

/**
 * How a patron wants the machine to look and sound, until the session ends.
 *
 * @param large whether text is large
 * @param contrast whether colours are reduced to the strongest contrast
 * @param speech whether the machine says what its screens show
 */
public record Preferences(Language language, boolean large, boolean contrast, boolean speech) {
  /** As the machine is before anybody has asked for anything. */
  public static Preferences of(Language language) {
    return new Preferences(language, false, false, false);
  }

  public Preferences in(Language chosen) {
    return new Preferences(chosen, large, contrast, speech);
  }

  public Preferences withLarge(boolean wanted) {
    return new Preferences(language, wanted, contrast, speech);
  }

  public Preferences withContrast(boolean wanted) {
    return new Preferences(language, large, wanted, speech);
  }

  public Preferences withSpeech(boolean wanted) {
    return new Preferences(language, large, contrast, wanted);
  }
}

package org.kashidashi.kiosk.screen;

import org.kashidashi.kiosk.session.Language;

/** What a voice of one language says, in sentences of one row each. */
public record Spoken(String text, Language language) {
  /** Not the text: it may name what somebody reads. */
  @Override
  public String toString() {
    return "Spoken[%d characters, %s]".formatted(text.length(), language);
  }
}

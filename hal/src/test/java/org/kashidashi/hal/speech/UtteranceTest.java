package org.kashidashi.hal.speech;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class UtteranceTest {
  @Test
  void refusesWhatNobodyListensTo() {
    String longest = "あ".repeat(Utterance.CHARACTERS_MAXIMUM);
    assertEquals(longest, Utterance.of(longest, "ja").phrases().getFirst().text());
    assertThrows(IllegalArgumentException.class, () -> Utterance.of(longest + "あ", "ja"));
    assertThrows(IllegalArgumentException.class, () -> new Utterance(List.of()));
    List<Utterance.Phrase> many = Collections.nCopies(65, new Utterance.Phrase("a", "en"));
    assertThrows(IllegalArgumentException.class, () -> new Utterance(many));
  }

  @Test
  void refusesPhraseWithoutTextOrLanguage() {
    assertThrows(IllegalArgumentException.class, () -> Utterance.of(" ", "ja"));
    assertThrows(IllegalArgumentException.class, () -> Utterance.of("a", ""));
  }

  @Test
  void doesNotTellTitlesToLogs() {
    assertFalse(Utterance.of("見本の本", "ja").toString().contains("見本"));
  }
}

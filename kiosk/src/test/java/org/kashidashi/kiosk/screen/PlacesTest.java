package org.kashidashi.kiosk.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kashidashi.kiosk.session.Language;
import org.kashidashi.kiosk.session.RefusalCode;

final class PlacesTest {
  private static final String COUNTER = "2階 '{総合}'";
  private static final String CITY = "貸出市";
  private static final LibraryWords OWN_WORDS =
      new LibraryWords(Map.of(Language.JAPANESE, Map.of("E-101.lines", "登録は カウンターで どうぞ")));

  private final Catalogue named = Catalogue.with(LibraryWords.none(), new Places(COUNTER, CITY));

  @ParameterizedTest
  @EnumSource
  void namesCounterInEveryRefusalThatSendsThere(Language language) {
    Texts plain = new Catalogue().of(language);
    String word = plain.of(Message.PLACE_COUNTER);
    int sent = 0;
    for (RefusalCode code : RefusalCode.values()) {
      boolean there = !code.ways().isEmpty() && shown(plain, code).contains(word);
      assertEquals(there, shown(named.of(language), code).contains(COUNTER), code + " " + language);
      sent += there ? 1 : 0;
    }
    assertTrue(sent > 8, language + " sends to the counter in %d refusals".formatted(sent));
  }

  @ParameterizedTest
  @EnumSource
  void namesMunicipalityWhereResidentsAloneMayBorrow(Language language) {
    RefusalText text = named.of(language).of(VisitSamples.refusal(RefusalCode.E_121));
    assertTrue(text.lines().contains(CITY), text.lines());
    assertFalse(shown(new Catalogue().of(language), RefusalCode.E_121).contains(CITY));
  }

  @Test
  void namesCounterInEnglishBelowJapanese() {
    RefusalText text = named.of(Language.JAPANESE).of(VisitSamples.refusal(RefusalCode.E_121));
    assertTrue(text.english().contains("the counter (" + COUNTER + ")"), text.english());
  }

  @Test
  void namesCounterInWordsOfTheLibrarysOwn() {
    Texts texts = Catalogue.with(OWN_WORDS, new Places("総合案内", "")).of(Language.JAPANESE);
    assertEquals(
        "登録は 総合案内で どうぞ", texts.of(VisitSamples.refusal(RefusalCode.E_101)).lines());
  }

  private static String shown(Texts texts, RefusalCode code) {
    RefusalText text = texts.of(VisitSamples.refusal(code));
    return text.title() + text.lines();
  }
}

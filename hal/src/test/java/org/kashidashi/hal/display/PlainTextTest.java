package org.kashidashi.hal.display;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is taken for plain is what the rules for all scripts leave as it is. */
final class PlainTextTest {
  private static final long SEED = 20261120;
  private static final List<String> ALL = IntStream.rangeClosed(0, Character.MAX_VALUE)
      .filter(character -> PlainText.is((char) character))
      .mapToObj(Character::toString)
      .toList();

  @Test
  void everyCharacterStandsForItselfByTheRulesForAllScripts() {
    assertTrue(ALL.size() > 30_000, "only " + ALL.size());
    assertEquals(ALL, Graphemes.takenApart(String.join("", ALL)));
  }

  @Test
  void noneJoinsAnotherInWhicheverOrderTheyCome() {
    List<String> mixed = new ArrayList<>(ALL);
    Random random = new Random(SEED);
    for (int round = 0; round < 5; round++) {
      Collections.shuffle(mixed, random);
      String text = String.join("", mixed);
      assertTrue(PlainText.is(text));
      assertEquals(Graphemes.takenApart(text), Graphemes.of(text), "seed " + SEED);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "e\u0301",
        "か\u3099",
        "ﾊﾞ",
        "ｶﾟ",
        "\u1112\u1161",
        "漢\uFE00",
        "𠮷",
        "a\u200B",
        "\t",
        "a\n",
        "\u00AD",
        "\u302A",
        "א"
      })
  void whatIsComposedReplacedOrLeftOutIsNotPlain(String text) {
    assertFalse(PlainText.is(text));
  }

  @Test
  void noTextIsPlainAndHasNoCharacters() {
    assertTrue(PlainText.is(""));
    assertEquals(List.of(), Graphemes.of(""));
  }
}

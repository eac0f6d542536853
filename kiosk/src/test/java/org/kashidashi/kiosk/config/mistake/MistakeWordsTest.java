package org.kashidashi.kiosk.config.mistake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.PropertyResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every mistake has words in both languages, and no words are there in vain. */
final class MistakeWordsTest {
  private static final Mistake NESTED = new Mistake(
      "/etc/kashidashi/kiosk.toml",
      7,
      "console.lines",
      Problem.DOES_NOT_FIT.with("\"{0}'s\""),
      Remedy.GIVE.with(
          Allowed.LIST.with(8, Allowed.MADE_OF.with(1, 32, Allowed.NAME_SIGNS.with()))));

  @Test
  void hasTheSameWordsInBothLanguagesAndNoneInVain() throws IOException {
    Set<String> expected = Stream.concat(
            Stream.of("mistake.line", "mistake.said"), terms().map(Term::key))
        .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(expected, new TreeSet<>(bundle("en").keySet()));
    assertEquals(expected, new TreeSet<>(bundle("ja").keySet()));
  }

  @Test
  void leavesNoFactOut() throws IOException {
    PropertyResourceBundle english = bundle("en");
    PropertyResourceBundle japanese = bundle("ja");
    for (String key : english.keySet()) {
      assertEquals(
          slots(english.getString(key)), slots(japanese.getString(key)), () -> "facts of " + key);
    }
  }

  @Test
  void readsEveryPatternInBothLanguages() {
    terms().map(term -> term.with("1", "2", "3", "4")).forEach(wording -> {
      assertTrue(!MistakeWords.english().text(wording).isBlank(), wording::toString);
      assertTrue(!MistakeWords.japanese().text(wording).isBlank(), wording::toString);
    });
  }

  @Test
  void keepsEnglishInAscii() throws IOException {
    PropertyResourceBundle english = bundle("en");
    for (String key : english.keySet()) {
      assertTrue(english.getString(key).chars().allMatch(sign -> sign < 0x7F), key);
    }
  }

  /** A value may hold what is a pattern elsewhere. */
  @Test
  void tellsOneMistakeInEitherLanguage() {
    assertEquals(
        "line 7: console.lines: \"{0}'s\" does not fit;"
            + " give a list of at most 8, each 1 to 32 of a-z, 0-9 and hyphen",
        NESTED.toString());
    assertEquals(
        "7 行目: console.lines: \"{0}'s\" は使えません。" + "使える値: 8 個までの一覧(それぞれ a-z、0-9、ハイフンの 1～32 文字)。",
        MistakeWords.japanese().text(NESTED));
  }

  private static Stream<Term> terms() {
    return Stream.<Term[]>of(Problem.values(), Remedy.values(), Allowed.values())
        .flatMap(Stream::of);
  }

  private static Set<String> slots(String pattern) {
    return Stream.of("{0}", "{1}", "{2}", "{3}")
        .filter(pattern::contains)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static PropertyResourceBundle bundle(String tag) throws IOException {
    String name = "words/" + tag + ".properties";
    try (InputStreamReader words = new InputStreamReader(
        Objects.requireNonNull(MistakeWordsTest.class.getResourceAsStream(name)),
        StandardCharsets.UTF_8)) {
      return new PropertyResourceBundle(words);
    }
  }
}

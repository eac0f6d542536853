package org.kashidashi.kiosk.console.talk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.PropertyResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kashidashi.kiosk.console.signin.Role;
import org.kashidashi.kiosk.diagnosis.Cause;
import org.kashidashi.kiosk.diagnosis.Check;
import org.kashidashi.kiosk.diagnosis.DiagnosisException.NotNow;
import org.kashidashi.kiosk.diagnosis.Hint;
import org.kashidashi.kiosk.diagnosis.Part;
import org.kashidashi.kiosk.diagnosis.ServiceMode;
import org.kashidashi.kiosk.diagnosis.Standing;
import org.kashidashi.kiosk.diagnosis.Subject;
import org.kashidashi.kiosk.diagnosis.Topic;
import org.kashidashi.kiosk.diagnosis.Waiting;

/** Every word of the console is there in both languages, and none is there in vain. */
final class WordsTest {
  @ParameterizedTest
  @EnumSource(Tongue.class)
  void hasWordsForEverythingThatCanBeShown(Tongue tongue) {
    Words words = Objects.requireNonNull(Words.shipped().get(tongue));
    for (Phrase phrase : Phrase.values()) {
      assertFalse(words.of(phrase, "1", "2", "3").isBlank(), phrase::toString);
    }
    named()
        .forEach(
            constant -> assertFalse(words.name(constant, "1", "2").isBlank(), constant::toString));
    for (Cause cause : Cause.values()) {
      assertFalse(words.remedy(cause).isBlank(), cause::toString);
    }
  }

  @Test
  void hasTheSameWordsInBothLanguagesAndNoneInVain() throws IOException {
    Set<String> expected = Stream.of(
            Stream.of(Phrase.values()).map(Phrase::key),
            named()
                .map(constant ->
                    constant.getDeclaringClass().getSimpleName() + "." + constant.name()),
            Stream.of(Cause.values()).map(cause -> "Cause." + cause.name() + ".do"))
        .flatMap(keys -> keys)
        .collect(Collectors.toCollection(TreeSet::new));
    for (Tongue tongue : Tongue.values()) {
      Set<String> there = keys(tongue);
      // What commands do is told by the test of the commands.
      there.removeIf(key -> key.startsWith("help.") && !expected.contains(key));
      assertEquals(expected, there, tongue::toString);
    }
  }

  @Test
  void leavesNoFactOut() throws IOException {
    PropertyResourceBundle japanese = bundle(Tongue.JA);
    PropertyResourceBundle english = bundle(Tongue.EN);
    for (String key : english.keySet()) {
      assertEquals(
          slots(english.getString(key)), slots(japanese.getString(key)), "facts of " + key);
    }
  }

  @Test
  void keepsEnglishInAscii() throws IOException {
    PropertyResourceBundle english = bundle(Tongue.EN);
    for (String key : english.keySet()) {
      assertTrue(english.getString(key).chars().allMatch(sign -> sign < 0x7F), key);
    }
  }

  private static Set<String> slots(String pattern) {
    return Stream.of("{0}", "{1}", "{2}")
        .filter(pattern::contains)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Stream<Enum<?>> named() {
    return Stream.<Enum<?>[]>of(
            Trouble.values(),
            NotNow.Reason.values(),
            Role.values(),
            ServiceMode.values(),
            Standing.values(),
            Waiting.State.values(),
            Part.values(),
            Check.values(),
            Topic.values(),
            Hint.Wish.values(),
            Subject.values(),
            Cause.values())
        .flatMap(Stream::of);
  }

  private static Set<String> keys(Tongue tongue) throws IOException {
    return new TreeSet<>(bundle(tongue).keySet());
  }

  private static PropertyResourceBundle bundle(Tongue tongue) throws IOException {
    String name = "words/" + tongue.name().toLowerCase(Locale.ROOT) + ".properties";
    try (InputStreamReader words =
        new InputStreamReader(WordsTest.class.getResourceAsStream(name), StandardCharsets.UTF_8)) {
      return new PropertyResourceBundle(words);
    }
  }
}

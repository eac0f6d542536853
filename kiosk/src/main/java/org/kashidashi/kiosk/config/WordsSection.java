package org.kashidashi.kiosk.config;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.kashidashi.kiosk.config.mistake.Problem;
import org.kashidashi.kiosk.config.mistake.Remedy;
import org.kashidashi.kiosk.config.mistake.Wording;
import org.kashidashi.kiosk.screen.LibraryWords;
import org.kashidashi.kiosk.session.Language;
import org.tomlj.TomlTable;

/**
 * Reads the library's own words: a table for each language, named by its tag, in which each key is a
 * text of the screens.
 */
final class WordsSection {
  static final String NAME = "words";

  private WordsSection() {}

  static LibraryWords read(Values values) {
    Map<Language, Map<String, String>> words = new EnumMap<>(Language.class);
    for (Source source : values.sources()) {
      Object section = source.toml().get(List.of(NAME));
      if (section instanceof TomlTable languages) {
        languages.keySet().forEach(tag -> read(values, source, languages, tag, words));
      } else if (section != null) {
        values.add(
            source,
            source.toml(),
            NAME,
            NAME,
            Problem.NO_SECTION.with(),
            Remedy.WRITE_SECTION.with("words.ja"));
      }
    }
    return new LibraryWords(words);
  }

  private static void read(
      Values values,
      Source source,
      TomlTable languages,
      String tag,
      Map<Language, Map<String, String>> words) {
    Optional<Language> language = Arrays.stream(Language.values())
        .filter(known -> known.tag().equals(tag))
        .findFirst();
    if (language.isEmpty() || !(languages.get(List.of(tag)) instanceof TomlTable table)) {
      values.add(
          source,
          languages,
          tag,
          NAME + "." + tag,
          Problem.NO_LANGUAGE.with(),
          Remedy.TAKE.with(tags()));
      return;
    }
    for (String key : table.keySet()) {
      Object text = table.get(List.of(key));
      Optional<Wording> problem = text instanceof String own
          ? LibraryWords.oddity(language.get(), key, own).map(oddity -> problem(oddity, own))
          : Optional.of(Problem.NO_WORDS.with());
      if (problem.isPresent()) {
        values.add(
            source,
            table,
            key,
            NAME + "." + tag + "." + key,
            problem.get(),
            Remedy.SHIPPED_WORDS.with());
      } else if (text instanceof String given) {
        words.computeIfAbsent(language.get(), _ -> new TreeMap<>()).put(key, given);
      }
    }
  }

  private static Wording problem(LibraryWords.Oddity oddity, String text) {
    return switch (oddity) {
      case UNKNOWN_KEY -> Problem.UNKNOWN_WORDS.with();
      case LENGTH -> Problem.WORDS_LENGTH.with(text.length(), LibraryWords.LONGEST);
      case CONTROL_CHARACTERS -> Problem.CONTROL_CHARACTERS.with();
      case UNKNOWN_FACT -> Problem.UNKNOWN_FACT.with();
    };
  }

  private static String tags() {
    return Arrays.stream(Language.values()).map(Language::tag).collect(Collectors.joining(", "));
  }
}

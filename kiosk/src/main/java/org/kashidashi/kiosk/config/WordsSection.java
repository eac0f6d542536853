package org.kashidashi.kiosk.config;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
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
        values.add(source, source.toml(), NAME, NAME, "is no section", "write [words.ja]");
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
          source, languages, tag, NAME + "." + tag, "is no language", "take one of " + tags());
      return;
    }
    for (String key : table.keySet()) {
      Object text = table.get(List.of(key));
      Optional<String> problem = text instanceof String own
          ? LibraryWords.problem(language.get(), key, own)
          : Optional.of("is no text");
      if (problem.isPresent()) {
        values.add(
            source,
            table,
            key,
            NAME + "." + tag + "." + key,
            problem.get(),
            "look at the words that ship with the kiosk");
      } else if (text instanceof String given) {
        words.computeIfAbsent(language.get(), _ -> new TreeMap<>()).put(key, given);
      }
    }
  }

  private static String tags() {
    return Arrays.stream(Language.values()).map(Language::tag).collect(Collectors.joining(", "));
  }
}

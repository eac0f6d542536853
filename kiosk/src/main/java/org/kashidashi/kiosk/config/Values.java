package org.kashidashi.kiosk.config;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kashidashi.kiosk.config.mistake.Mistake;
import org.kashidashi.kiosk.config.mistake.Problem;
import org.kashidashi.kiosk.config.mistake.Remedy;
import org.kashidashi.kiosk.config.mistake.Wording;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/** Reads settings out of parsed files, collecting every mistake on the way. Used once. */
final class Values {
  private static final int MOST_MISTAKES = 100;

  private final List<Source> sources;
  private final List<Mistake> mistakes = new ArrayList<>();

  /**
   * Over some files.
   *
   * @param sources the nearest first: what it does not give is looked for in the next one
   */
  Values(List<Source> sources) {
    this.sources = List.copyOf(sources);
    for (Source source : sources) {
      source
          .toml()
          .errors()
          .forEach(error -> mistakes.add(new Mistake(
              source.name(),
              error.position().line(),
              "",
              Problem.NO_TOML.with(UnfitValueException.shown(String.valueOf(error.getMessage()))),
              Remedy.CORRECT_TOML.with())));
    }
  }

  /** The value of a setting, or one that stands in for it if that is a mistake. */
  <T> T get(Setting<T> setting) {
    Object raw = raw(setting);
    if (raw == null) {
      return absent(setting);
    }
    try {
      return setting.form().read(raw);
    } catch (UnfitValueException unfit) {
      add(setting, unfit.problem(), Remedy.GIVE.with(setting.form().allowed()));
      return setting.form().example();
    }
  }

  /** The value of a setting that follows from others if it is not given. */
  <T> T get(Setting<T> setting, T following) {
    return raw(setting) == null ? following : get(setting);
  }

  /** Whether a file of the machine's own gives the setting, fit, and as something else than usual. */
  boolean changes(Setting<?> setting) {
    return sources.stream().anyMatch(source -> !source.inherited() && source.raw(setting) != null)
        && fit(setting)
        && !(setting.presence() instanceof Setting.Presence.Otherwise<?>(var usual)
            && usual.equals(get(setting)));
  }

  /** For what concerns more than one setting. */
  void add(Setting<?> setting, Wording problem, Wording remedy) {
    Source source = sourceOf(setting);
    mistakes.add(
        new Mistake(source.name(), line(source, setting.key()), setting.key(), problem, remedy));
  }

  /** For what stands in a table whose keys are no settings. */
  void add(
      Source source, TomlTable table, String name, String key, Wording problem, Wording remedy) {
    mistakes.add(new Mistake(source.name(), line(table, name), shown(key), problem, remedy));
  }

  /** What the files give for a setting, as it is written; empty if they give nothing that fits. */
  <T> Optional<String> written(Setting<T> setting) {
    Object raw = raw(setting);
    try {
      return raw == null
          ? Optional.empty()
          : Optional.of(setting.form().write(setting.form().read(raw)));
    } catch (UnfitValueException unfit) {
      return Optional.empty();
    }
  }

  /** Those that may give more than settings, the most general first. */
  List<Source> sources() {
    return sources.reversed().stream().filter(source -> !source.limited()).toList();
  }

  /** Whether all of these were read without a mistake, so that they may be compared. */
  boolean fit(Setting<?>... settings) {
    return Arrays.stream(settings)
        .noneMatch(
            setting -> mistakes.stream().anyMatch(mistake -> mistake.key().equals(setting.key())));
  }

  /** Everything in the file must be a setting: a mistyped key would silently do nothing. */
  void checkKeys(List<Setting<?>> settings) {
    Set<String> known = new TreeSet<>();
    Map<String, Set<String>> sections = new TreeMap<>();
    for (Setting<?> setting : settings) {
      known.add(setting.key());
      sections.computeIfAbsent(setting.section(), name -> new TreeSet<>()).add(setting.name());
    }
    sources.forEach(source -> checkKeys(source, source.toml(), "", known, sections));
  }

  /** In the order of the file. */
  List<Mistake> mistakes() {
    return mistakes.stream()
        .sorted(Comparator.comparingInt(this::fileOf)
            .thenComparingInt(Mistake::line)
            .thenComparing(Mistake::key))
        .limit(MOST_MISTAKES)
        .toList();
  }

  private int fileOf(Mistake mistake) {
    List<String> names = sources.stream().map(Source::name).toList();
    return names.indexOf(mistake.file());
  }

  private void checkKeys(
      Source source,
      TomlTable table,
      String prefix,
      Set<String> known,
      Map<String, Set<String>> sections) {
    for (String name : table.keySet()) {
      String key = prefix + name;
      if (key.equals(Source.INHERIT) || key.equals(WordsSection.NAME)) {
        continue;
      }
      Object value = table.get(List.of(name));
      boolean within = known.stream().anyMatch(setting -> setting.startsWith(key + "."));
      if (within && value instanceof TomlTable section) {
        checkKeys(source, section, key + ".", known, sections);
      } else if (within) {
        mistakes.add(new Mistake(
            source.name(),
            line(table, name),
            shown(key),
            Problem.NO_SECTION.with(),
            Remedy.WRITE_SECTION.with(shown(key))));
      } else if (!known.contains(key)) {
        mistakes.add(new Mistake(
            source.name(),
            line(table, name),
            shown(key),
            Problem.NOT_A_SETTING.with(),
            Remedy.REMOVE_OR_TAKE.with(neighbours(prefix, sections))));
      }
    }
  }

  private static String neighbours(String prefix, Map<String, Set<String>> sections) {
    Set<String> here = new TreeSet<>();
    if (!prefix.isEmpty()) {
      here.addAll(sections.getOrDefault(prefix.substring(0, prefix.length() - 1), Set.of()));
    }
    for (String section : sections.keySet()) {
      if (section.startsWith(prefix)) {
        here.add("[" + section + "]");
      }
    }
    return here.stream().collect(Collectors.joining(", "));
  }

  private static String shown(String key) {
    String shown = UnfitValueException.shown(key);
    return shown.substring(1, shown.endsWith("\"") ? shown.length() - 1 : shown.length());
  }

  private <T> T absent(Setting<T> setting) {
    return switch (setting.presence()) {
      case Setting.Presence.Otherwise<T>(T value) -> value;
      case Setting.Presence.Follows<T> _ ->
        throw new IllegalStateException(
            "setting %s is read without what it follows from".formatted(setting.key()));
      case Setting.Presence.Required<T>() -> {
        // After a mistake in the TOML itself nobody knows what would have been there.
        if (sources.stream().allMatch(source -> source.toml().errors().isEmpty())) {
          add(setting, Problem.MISSING.with(), Remedy.GIVE.with(setting.form().allowed()));
        }
        yield setting.form().example();
      }
    };
  }

  private @Nullable Object raw(Setting<?> setting) {
    return sourceOf(setting).raw(setting);
  }

  /** The nearest file that gives the setting; the first one if none does. */
  private Source sourceOf(Setting<?> setting) {
    return sources.stream()
        .filter(source -> source.raw(setting) != null)
        .findFirst()
        .orElse(sources.getFirst());
  }

  /** The line of a setting; of its section if it is not there; 0 if that is not there either. */
  private static int line(Source source, String key) {
    List<String> path = List.of(key.split("\\.", -1));
    for (int depth = path.size(); depth > 0; depth--) {
      int line = line(source, path.subList(0, depth));
      if (line > 0) {
        return line;
      }
    }
    return 0;
  }

  private static int line(Source source, List<String> path) {
    Object value = source.toml();
    int line = 0;
    for (String name : path) {
      if (!(value instanceof TomlTable table) || table.get(List.of(name)) == null) {
        return 0;
      }
      line = line(table, name);
      value = table.get(List.of(name));
    }
    return line;
  }

  private static int line(TomlTable table, String name) {
    TomlPosition position = table.inputPositionOf(List.of(name));
    return position == null ? 0 : position.line();
  }
}

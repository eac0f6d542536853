package org.kashidashi.central.config;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/** Takes values out of a TOML text and collects everything that is wrong with them. */
final class Settings {
  private static final int SHOWN_MAXIMUM = 60;

  private static final Pattern SECTION = Pattern.compile("[a-z0-9_-]{1,32}");

  private final TomlParseResult toml;
  private final List<Mistake> mistakes = new ArrayList<>();
  private final Set<String> asked = new LinkedHashSet<>();

  private Settings(TomlParseResult toml) {
    this.toml = toml;
  }

  static Settings parse(String text) {
    Settings settings = new Settings(Toml.parse(text));
    for (TomlParseError error : settings.toml.errors()) {
      settings.mistakes.add(new Mistake(
          error.position().line(), "not TOML: " + error.getMessage(), "mend this line"));
    }
    return settings;
  }

  /** A text that {@code valid} admits; some text, and a mistake noted, if there is none. */
  String text(String key, Predicate<String> valid, String remedy) {
    Optional<Object> found = find(key, remedy);
    if (found.isPresent() && found.get() instanceof String text && valid.test(text)) {
      return text;
    }
    found.ifPresent(value -> mistaken(key, value, remedy));
    return "";
  }

  /** As {@link #text}, but {@code standIn} if the key is not there. */
  String textOr(String key, String standIn, Predicate<String> valid, String remedy) {
    asked.add(key);
    return has(key) ? text(key, valid, remedy) : standIn;
  }

  /** One to {@code maximum} texts that {@code valid} admits; none, and a mistake noted, if not. */
  List<String> texts(String key, int maximum, Predicate<String> valid, String remedy) {
    Optional<Object> found = find(key, remedy);
    if (found.isPresent() && found.get() instanceof TomlArray array) {
      List<String> texts = array.toList().stream()
          .filter(String.class::isInstance)
          .map(String.class::cast)
          .filter(valid)
          .toList();
      if (!texts.isEmpty() && texts.size() == array.size() && texts.size() <= maximum) {
        return texts;
      }
    }
    found.ifPresent(
        value -> mistaken(key, value instanceof TomlArray array ? array.toList() : value, remedy));
    return List.of();
  }

  /** None to {@code maximum} texts, each one of the constants; {@code standIn} if not there. */
  <E extends Enum<E>> Set<E> someOf(String key, Class<E> values, Set<E> standIn) {
    asked.add(key);
    if (!has(key)) {
      return standIn;
    }
    List<E> constants = Arrays.asList(values.getEnumConstants());
    String remedy = "write a list of some of " + constants + " as texts, or []";
    Optional<Object> found = find(key, remedy);
    List<Object> written =
        found.isPresent() && found.get() instanceof TomlArray array ? array.toList() : List.of(key);
    Set<E> chosen = EnumSet.noneOf(values);
    constants.stream().filter(each -> written.contains(each.name())).forEach(chosen::add);
    if (chosen.size() != written.size()) {
      mistaken(key, written, remedy);
    }
    return chosen;
  }

  /** As {@link #integer}, but {@code standIn} if the key is not there. */
  int integerOr(String key, int standIn, int minimum, int maximum) {
    asked.add(key);
    return has(key) ? integer(key, minimum, maximum) : standIn;
  }

  /** As {@link #oneOf}, but without a mistake if the key is not there. */
  <E extends Enum<E>> E oneOfOr(String key, Class<E> values, E standIn) {
    asked.add(key);
    return has(key) ? oneOf(key, values, standIn) : standIn;
  }

  /** A mistake that more than one setting makes together. */
  void unfit(String key, String problem, String remedy) {
    mistakes.add(new Mistake(line(toml.inputPositionOf(key)), problem, remedy));
  }

  /** {@code standIn} if the key is not there. */
  boolean flagOr(String key, boolean standIn) {
    asked.add(key);
    if (!has(key)) {
      return standIn;
    }
    String remedy = "write true or false";
    Optional<Object> found = find(key, remedy);
    if (found.isPresent() && found.get() instanceof Boolean flag) {
      return flag;
    }
    found.ifPresent(value -> mistaken(key, value, remedy));
    return standIn;
  }

  /** The names of the sections below one, at most so many, in the order of their names. */
  List<String> sections(String key, int maximum) {
    if (!(toml.get(key) instanceof TomlTable table)) {
      return List.of();
    }
    if (table.size() > maximum) {
      unfit(key, "%d sections [%s.*]".formatted(table.size(), key), "write at most " + maximum);
      return List.of();
    }
    return table.keySet().stream()
        .filter(name -> SECTION.matcher(name).matches())
        .sorted()
        .toList();
  }

  boolean has(String key) {
    return toml.get(Arrays.asList(key.split("\\.", -1))) != null;
  }

  int integer(String key, int minimum, int maximum) {
    String remedy = "write a whole number from %d to %d".formatted(minimum, maximum);
    Optional<Object> found = find(key, remedy);
    if (found.isPresent()
        && found.get() instanceof Long number
        && minimum <= number
        && number <= maximum) {
      return number.intValue();
    }
    found.ifPresent(value -> mistaken(key, value, remedy));
    return minimum;
  }

  /** {@code standIn} is given, and a mistake noted, if there is none. */
  <E extends Enum<E>> E oneOf(String key, Class<E> values, E standIn) {
    List<E> constants = Arrays.asList(values.getEnumConstants());
    String remedy = "write one of " + constants + " as text";
    Optional<Object> found = find(key, remedy);
    for (E constant : constants) {
      if (found.isPresent() && constant.name().equals(found.get())) {
        return constant;
      }
    }
    found.ifPresent(value -> mistaken(key, value, remedy));
    return standIn;
  }

  /** All mistakes, those of keys that nobody asked for included, in the order of the lines. */
  List<Mistake> finish() {
    for (List<String> path : toml.keyPathSet(true)) {
      String key = String.join(".", path);
      if (!asked.contains(key) && asked.stream().noneMatch(known -> known.startsWith(key + "."))) {
        mistakes.add(new Mistake(
            line(toml.inputPositionOf(path)),
            "unknown key '%s'".formatted(shown(key)),
            "remove it; known keys are " + String.join(", ", asked)));
      }
    }
    mistakes.sort(Comparator.comparingInt(Mistake::line));
    return List.copyOf(mistakes);
  }

  private Optional<Object> find(String key, String remedy) {
    asked.add(key);
    Object value = toml.get(Arrays.asList(key.split("\\.", -1)));
    if (value == null) {
      mistakes.add(new Mistake(0, "'%s' is missing".formatted(key), remedy));
      return Optional.empty();
    }
    return Optional.of(value);
  }

  private void mistaken(String key, Object value, String remedy) {
    mistakes.add(new Mistake(
        line(toml.inputPositionOf(key)),
        "'%s' is \"%s\"".formatted(key, shown(value.toString())),
        remedy));
  }

  private static int line(@Nullable TomlPosition position) {
    return position == null ? 0 : position.line();
  }

  private static String shown(String text) {
    return text.length() <= SHOWN_MAXIMUM ? text : text.substring(0, SHOWN_MAXIMUM) + "…";
  }
}

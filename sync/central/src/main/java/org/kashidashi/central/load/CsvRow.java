package org.kashidashi.central.load;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** One row by column name, whose values are checked as they are taken. */
final class CsvRow {
  private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

  private final Map<String, String> values;

  CsvRow(Map<String, String> values) {
    this.values = values;
  }

  String text(String column) {
    return values.getOrDefault(column, "").strip();
  }

  /** A value whose type checks its own form, and says so without repeating it. */
  <T> T value(String column, Function<String, T> type) throws BadRowException {
    try {
      return type.apply(text(column));
    } catch (IllegalArgumentException e) {
      throw new BadRowException("%s: %s".formatted(column, e.getMessage()));
    }
  }

  LocalDate date(String column) throws BadRowException {
    String text = text(column);
    if (DATE.matcher(text).matches()) {
      try {
        return LocalDate.parse(text);
      } catch (DateTimeException _) {
        throw new BadRowException("%s: no such day, write YYYY-MM-DD".formatted(column));
      }
    }
    throw new BadRowException("%s: not a date, write YYYY-MM-DD".formatted(column));
  }

  OptionalInt optionalNumber(String column, int minimum, int maximum) throws BadRowException {
    String text = text(column);
    if (text.isEmpty()) {
      return OptionalInt.empty();
    }
    int number = NUMBER.matcher(text).matches() ? Integer.parseInt(text) : -1;
    if (number < minimum || number > maximum) {
      throw new BadRowException(
          "%s: write a whole number from %d to %d, or nothing".formatted(column, minimum, maximum));
    }
    return OptionalInt.of(number);
  }

  <E extends Enum<E>> E oneOf(String column, Set<E> admitted) throws BadRowException {
    return constant(column, text(column), admitted);
  }

  /** Names with blanks between them, or none. */
  <E extends Enum<E>> Set<E> someOf(String column, Class<E> type) throws BadRowException {
    Set<E> found = EnumSet.noneOf(type);
    String text = text(column);
    List<String> names = text.isEmpty() ? List.of() : Arrays.asList(text.split("\\s+", -1));
    for (String name : names) {
      found.add(constant(column, name, EnumSet.allOf(type)));
    }
    return found;
  }

  private static <E extends Enum<E>> E constant(String column, String name, Set<E> admitted)
      throws BadRowException {
    for (E constant : admitted) {
      if (constant.name().equals(name)) {
        return constant;
      }
    }
    throw new BadRowException("%s: write one of %s".formatted(column, admitted));
  }
}

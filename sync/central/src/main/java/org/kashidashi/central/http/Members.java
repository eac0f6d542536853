package org.kashidashi.central.http;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Takes the members of one JSON object, checking type and value, and knows which were taken. */
final class Members {
  /** The largest whole number that every JSON reader keeps exactly: 2^53 - 1. */
  static final long INTEGER_MAXIMUM = (1L << 53) - 1;

  private static final Pattern INTEGER = Pattern.compile("0|[1-9][0-9]{0,15}");
  private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
  private static final Pattern INSTANT =
      Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?Z");

  private final JsonObject object;
  private final String path;
  private final Set<String> taken = new LinkedHashSet<>();

  private Members(JsonObject object, String path) {
    this.object = object;
    this.path = path;
  }

  /**
   * Takes an object apart.
   *
   * @param path where the object stands, for messages; empty for the whole body
   */
  static Members of(JsonElement element, String path) throws RefusedException {
    if (element.isJsonObject()) {
      return new Members(element.getAsJsonObject(), path);
    }
    throw RefusedException.malformed(
        "%s must be an object".formatted(path.isEmpty() ? "the body" : path));
  }

  String text(String name) throws RefusedException {
    JsonElement element = element(name);
    if (element.isJsonPrimitive() && element.getAsJsonPrimitive().isString()) {
      return element.getAsString();
    }
    throw RefusedException.malformed("%s must be a string".formatted(place(name)));
  }

  String text(String name, Pattern form) throws RefusedException {
    String text = text(name);
    if (form.matcher(text).matches()) {
      return text;
    }
    throw RefusedException.meaningless("%s must match %s".formatted(place(name), form));
  }

  /** A value whose type checks its own form, and says so without repeating it. */
  <T> T value(String name, Function<String, T> type) throws RefusedException {
    String text = text(name);
    try {
      return type.apply(text);
    } catch (IllegalArgumentException e) {
      throw new RefusedException(
          Refusal.MEANINGLESS, "%s: %s".formatted(place(name), e.getMessage()), e);
    }
  }

  boolean flag(String name) throws RefusedException {
    JsonElement element = element(name);
    if (element.isJsonPrimitive() && element.getAsJsonPrimitive().isBoolean()) {
      return element.getAsBoolean();
    }
    throw RefusedException.malformed("%s must be true or false".formatted(place(name)));
  }

  /** Bytes in base64, of at most so many. */
  byte[] bytes(String name, int maximum) throws RefusedException {
    String text = text(name);
    if (text.length() > (maximum / 3 + 1) * 4) {
      throw RefusedException.meaningless(
          "%s must be at most %d bytes in base64".formatted(place(name), maximum));
    }
    try {
      return Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw new RefusedException(
          Refusal.MEANINGLESS, "%s must be in base64".formatted(place(name)), e);
    }
  }

  /** An object within this one. */
  Members object(String name) throws RefusedException {
    return of(element(name), place(name));
  }

  /** Whether there is such a member; it is known from now on. */
  boolean has(String name) {
    taken.add(name);
    return object.has(name);
  }

  long integer(String name) throws RefusedException {
    JsonElement element = element(name);
    if (element.isJsonPrimitive()
        && element.getAsJsonPrimitive().isNumber()
        && INTEGER.matcher(element.getAsString()).matches()) {
      long number = Long.parseLong(element.getAsString());
      if (number <= INTEGER_MAXIMUM) {
        return number;
      }
    }
    throw RefusedException.malformed(
        "%s must be a whole number from 0 to %d".formatted(place(name), INTEGER_MAXIMUM));
  }

  Instant instant(String name) throws RefusedException {
    String text = text(name);
    if (INSTANT.matcher(text).matches()) {
      try {
        return Instant.parse(text);
      } catch (DateTimeException e) {
        throw new RefusedException(
            Refusal.MEANINGLESS, "%s is no moment that exists".formatted(place(name)), e);
      }
    }
    throw RefusedException.meaningless(
        "%s must be an instant such as 2026-11-20T05:05:00Z".formatted(place(name)));
  }

  Optional<LocalDate> optionalDate(String name) throws RefusedException {
    return has(name) ? Optional.of(date(name)) : Optional.empty();
  }

  LocalDate date(String name) throws RefusedException {
    String text = text(name);
    if (DATE.matcher(text).matches()) {
      try {
        return LocalDate.parse(text);
      } catch (DateTimeException e) {
        throw new RefusedException(
            Refusal.MEANINGLESS, "%s is no day that exists".formatted(place(name)), e);
      }
    }
    throw RefusedException.meaningless(
        "%s must be a date such as 2026-12-05".formatted(place(name)));
  }

  <E extends Enum<E>> E oneOf(String name, Class<E> type) throws RefusedException {
    return constant(text(name), type, place(name));
  }

  <E extends Enum<E>> Set<E> setOf(String name, Class<E> type) throws RefusedException {
    Set<E> found = EnumSet.noneOf(type);
    for (JsonElement element : array(name, 0, type.getEnumConstants().length)) {
      if (!element.isJsonPrimitive() || !element.getAsJsonPrimitive().isString()) {
        throw RefusedException.malformed("%s must hold strings".formatted(place(name)));
      }
      if (!found.add(constant(element.getAsString(), type, place(name)))) {
        throw RefusedException.meaningless("%s must hold each once".formatted(place(name)));
      }
    }
    return found;
  }

  JsonArray array(String name, int minimum, int maximum) throws RefusedException {
    JsonElement element = element(name);
    if (!element.isJsonArray()) {
      throw RefusedException.malformed("%s must be an array".formatted(place(name)));
    }
    JsonArray array = element.getAsJsonArray();
    if (array.size() < minimum || array.size() > maximum) {
      throw RefusedException.meaningless("%s has %d elements, need %d to %d"
          .formatted(place(name), array.size(), minimum, maximum));
    }
    return array;
  }

  /** Refuses what nobody has taken. Its name is not repeated: it may be anything. */
  void end() throws RefusedException {
    if (!taken.containsAll(object.keySet())) {
      throw RefusedException.malformed("%s has an unknown member; known are %s"
          .formatted(path.isEmpty() ? "the body" : path, String.join(", ", taken)));
    }
  }

  private JsonElement element(String name) throws RefusedException {
    taken.add(name);
    JsonElement element = object.get(name);
    if (element == null) {
      throw RefusedException.malformed("%s is missing".formatted(place(name)));
    }
    return element;
  }

  private static <E extends Enum<E>> E constant(String name, Class<E> type, String place)
      throws RefusedException {
    List<E> constants = Arrays.asList(type.getEnumConstants());
    for (E constant : constants) {
      if (constant.name().equals(name)) {
        return constant;
      }
    }
    throw RefusedException.meaningless("%s must be one of %s".formatted(place, constants));
  }

  private String place(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }
}

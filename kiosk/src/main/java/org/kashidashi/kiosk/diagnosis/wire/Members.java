package org.kashidashi.kiosk.diagnosis.wire;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The members of one JSON object, each of which must be what it should be. */
record Members(JsonObject object) {
  /** More than any answer has. */
  private static final int LIST_MAXIMUM = 2_000;

  @FunctionalInterface
  interface Reading<T> {
    T read(Members members) throws MalformedLineException;
  }

  static Members parse(String line) throws MalformedLineException {
    TypeAdapter<JsonElement> adapter = new GsonBuilder().create().getAdapter(JsonElement.class);
    try (JsonReader reader = new JsonReader(new StringReader(line))) {
      reader.setStrictness(Strictness.STRICT);
      JsonElement element = adapter.read(reader);
      if (element instanceof JsonObject object && atEnd(reader)) {
        return new Members(object);
      }
    } catch (IOException | JsonParseException | IllegalStateException | StackOverflowError _) {
      throw new MalformedLineException("no JSON");
    }
    throw new MalformedLineException("no JSON object alone");
  }

  private static boolean atEnd(JsonReader reader) throws IOException {
    return reader.peek() == JsonToken.END_DOCUMENT;
  }

  boolean has(String name) {
    return object.has(name);
  }

  String text(String name) throws MalformedLineException {
    return primitive(name)
        .filter(JsonPrimitive::isString)
        .map(JsonPrimitive::getAsString)
        .orElseThrow(() -> wrong(name));
  }

  Optional<String> textIfThere(String name) throws MalformedLineException {
    return has(name) ? Optional.of(text(name)) : Optional.empty();
  }

  <E extends Enum<E>> E constant(Class<E> type, String name) throws MalformedLineException {
    String text = text(name);
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equals(text)) {
        return constant;
      }
    }
    throw wrong(name);
  }

  int whole(String name) throws MalformedLineException {
    double number = number(name);
    if (number != Math.rint(number) || Math.abs(number) > Integer.MAX_VALUE) {
      throw wrong(name);
    }
    return (int) number;
  }

  double number(String name) throws MalformedLineException {
    return number(object.get(name), name);
  }

  boolean flag(String name) throws MalformedLineException {
    return primitive(name)
        .filter(JsonPrimitive::isBoolean)
        .map(JsonPrimitive::getAsBoolean)
        .orElseThrow(() -> wrong(name));
  }

  Members members(String name) throws MalformedLineException {
    if (object.get(name) instanceof JsonObject inner) {
      return new Members(inner);
    }
    throw wrong(name);
  }

  <T> List<T> list(String name, Reading<T> reading) throws MalformedLineException {
    List<T> list = new ArrayList<>();
    for (JsonElement element : array(name)) {
      if (!(element instanceof JsonObject inner)) {
        throw wrong(name);
      }
      list.add(reading.read(new Members(inner)));
    }
    return list;
  }

  List<Double> numbers(String name) throws MalformedLineException {
    List<Double> numbers = new ArrayList<>();
    for (JsonElement element : array(name)) {
      numbers.add(number(element, name));
    }
    return numbers;
  }

  private JsonArray array(String name) throws MalformedLineException {
    if (object.get(name) instanceof JsonArray array && array.size() <= LIST_MAXIMUM) {
      return array;
    }
    throw wrong(name);
  }

  private static double number(@Nullable JsonElement element, String name)
      throws MalformedLineException {
    if (element instanceof JsonPrimitive value && value.isNumber()) {
      try {
        double number = value.getAsDouble();
        if (Double.isFinite(number)) {
          return number;
        }
      } catch (NumberFormatException _) {
        throw wrong(name);
      }
    }
    throw wrong(name);
  }

  private Optional<JsonPrimitive> primitive(String name) {
    return object.get(name) instanceof JsonPrimitive value ? Optional.of(value) : Optional.empty();
  }

  private static MalformedLineException wrong(String name) {
    return new MalformedLineException("member '%s' is missing or wrong".formatted(name));
  }
}

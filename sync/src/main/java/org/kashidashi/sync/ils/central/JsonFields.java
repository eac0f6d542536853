package org.kashidashi.sync.ils.central;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A JSON object from outside, each member asked for by its expected type. Others are ignored. */
public final class JsonFields {
  private static final int LIST_MAXIMUM = 1000;

  private final JsonObject object;

  private JsonFields(JsonObject object) {
    this.object = object;
  }

  public static JsonFields parse(String text) throws MalformedAnswerException {
    JsonReader reader = new JsonReader(new StringReader(text));
    reader.setStrictness(Strictness.STRICT);
    try (reader) {
      JsonElement element = JsonParser.parseReader(reader);
      if (!element.isJsonObject() || reader.peek() != JsonToken.END_DOCUMENT) {
        throw new MalformedAnswerException("the answer is not one JSON object");
      }
      return new JsonFields(element.getAsJsonObject());
    } catch (JsonParseException | IOException e) {
      throw new MalformedAnswerException("the answer is not JSON");
    }
  }

  public boolean has(String name) {
    JsonElement element = object.get(name);
    return element != null && !element.isJsonNull();
  }

  public String text(String name) throws MalformedAnswerException {
    JsonPrimitive primitive = primitive(name);
    if (!primitive.isString()) {
      throw malformed(name, "a string");
    }
    return primitive.getAsString();
  }

  public boolean flag(String name) throws MalformedAnswerException {
    JsonPrimitive primitive = primitive(name);
    if (!primitive.isBoolean()) {
      throw malformed(name, "true or false");
    }
    return primitive.getAsBoolean();
  }

  /** An integer between two bounds, both included. */
  public int number(String name, int least, int most) throws MalformedAnswerException {
    JsonPrimitive primitive = primitive(name);
    if (!primitive.isNumber()) {
      throw malformed(name, "a number");
    }
    try {
      // A number may have a thousand digits or an exponent of a million: compare, do not expand.
      BigDecimal number = primitive.getAsBigDecimal();
      if (number.compareTo(BigDecimal.valueOf(least)) >= 0
          && number.compareTo(BigDecimal.valueOf(most)) <= 0) {
        return number.intValueExact();
      }
    } catch (ArithmeticException | NumberFormatException e) {
      throw malformed(name, "an integer");
    }
    throw malformed(name, "from %d to %d".formatted(least, most));
  }

  public LocalDate date(String name) throws MalformedAnswerException {
    try {
      return LocalDate.parse(text(name));
    } catch (DateTimeException e) {
      throw malformed(name, "a date");
    }
  }

  public Optional<LocalDate> dateIfAny(String name) throws MalformedAnswerException {
    return has(name) ? Optional.of(date(name)) : Optional.empty();
  }

  public <E extends Enum<E>> E constant(Class<E> type, String name)
      throws MalformedAnswerException {
    return constantOf(type, name, text(name));
  }

  public <E extends Enum<E>> Set<E> constants(Class<E> type, String name)
      throws MalformedAnswerException {
    EnumSet<E> constants = EnumSet.noneOf(type);
    for (JsonElement element : elements(name)) {
      if (!(element instanceof JsonPrimitive primitive) || !primitive.isString()) {
        throw malformed(name, "a list of strings");
      }
      constants.add(constantOf(type, name, primitive.getAsString()));
    }
    return constants;
  }

  /** Some strings, bounded in number and length. */
  public List<String> texts(String name, int most, int longest) throws MalformedAnswerException {
    List<String> texts = new ArrayList<>();
    for (JsonElement element : elements(name)) {
      if (!(element instanceof JsonPrimitive primitive)
          || !primitive.isString()
          || primitive.getAsString().length() > longest) {
        throw malformed(name, "a list of strings of at most %d characters".formatted(longest));
      }
      texts.add(primitive.getAsString());
    }
    if (texts.size() > most) {
      throw malformed(name, "a list of at most " + most);
    }
    return texts;
  }

  public JsonFields fields(String name) throws MalformedAnswerException {
    if (object.get(name) instanceof JsonObject inner) {
      return new JsonFields(inner);
    }
    throw malformed(name, "an object");
  }

  public List<JsonFields> list(String name) throws MalformedAnswerException {
    List<JsonFields> list = new ArrayList<>();
    for (JsonElement element : elements(name)) {
      if (!(element instanceof JsonObject inner)) {
        throw malformed(name, "a list of objects");
      }
      list.add(new JsonFields(inner));
    }
    return list;
  }

  private List<JsonElement> elements(String name) throws MalformedAnswerException {
    @Nullable JsonElement element = object.get(name);
    if (element == null || !element.isJsonArray()) {
      throw malformed(name, "a list");
    }
    List<JsonElement> elements = element.getAsJsonArray().asList();
    if (elements.size() > LIST_MAXIMUM) {
      throw malformed(name, "a list of at most " + LIST_MAXIMUM);
    }
    return elements;
  }

  private JsonPrimitive primitive(String name) throws MalformedAnswerException {
    if (object.get(name) instanceof JsonPrimitive primitive) {
      return primitive;
    }
    throw malformed(name, "there, and a plain value");
  }

  private static <E extends Enum<E>> E constantOf(Class<E> type, String name, String text)
      throws MalformedAnswerException {
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equals(text)) {
        return constant;
      }
    }
    throw malformed(name, "a known " + type.getSimpleName());
  }

  private static MalformedAnswerException malformed(String name, String need) {
    return new MalformedAnswerException("member '%s' is not %s".formatted(name, need));
  }
}

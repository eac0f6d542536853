package org.kashidashi.central.http;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import java.io.EOFException;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Reads JSON as RFC 8259 has it, in UTF-8, of bounded depth, each member once. */
final class StrictJson {
  /** Twice what any request needs. */
  private static final int DEPTH_MAXIMUM = 8;

  private static final int NUMBER_LENGTH_MAXIMUM = 32;

  private StrictJson() {}

  static JsonElement parse(byte[] body) throws RefusedException {
    try (JsonReader reader = new JsonReader(new StringReader(text(body)))) {
      reader.setStrictness(Strictness.STRICT);
      reader.setNestingLimit(DEPTH_MAXIMUM);
      JsonElement element = element(reader);
      if (reader.peek() != JsonToken.END_DOCUMENT) {
        throw RefusedException.malformed("text after the JSON value; send one value");
      }
      return element;
    } catch (MalformedJsonException | EOFException e) {
      throw new RefusedException(
          Refusal.MALFORMED,
          "not JSON, or nested deeper than %d; send strict JSON".formatted(DEPTH_MAXIMUM),
          e);
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory cannot be read", e);
    }
  }

  private static String text(byte[] body) throws RefusedException {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(body))
          .toString();
    } catch (CharacterCodingException e) {
      throw new RefusedException(Refusal.MALFORMED, "the body is not UTF-8", e);
    }
  }

  private static JsonElement element(JsonReader reader) throws IOException, RefusedException {
    return switch (reader.peek()) {
      case BEGIN_OBJECT -> object(reader);
      case BEGIN_ARRAY -> array(reader);
      case STRING -> new JsonPrimitive(reader.nextString());
      case NUMBER -> new JsonPrimitive(number(reader.nextString()));
      case BOOLEAN -> new JsonPrimitive(reader.nextBoolean());
      case NULL -> {
        reader.nextNull();
        yield JsonNull.INSTANCE;
      }
      case END_OBJECT, END_ARRAY, NAME, END_DOCUMENT ->
        throw RefusedException.malformed("not JSON: a value is missing");
    };
  }

  /** Exact, and not worked out: a huge exponent stays an exponent. */
  private static BigDecimal number(String text) throws RefusedException {
    if (text.length() > NUMBER_LENGTH_MAXIMUM) {
      throw RefusedException.malformed("a number of %d characters, need at most %d"
          .formatted(text.length(), NUMBER_LENGTH_MAXIMUM));
    }
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException e) {
      throw new RefusedException(Refusal.MALFORMED, "a number that is too large to keep", e);
    }
  }

  private static JsonObject object(JsonReader reader) throws IOException, RefusedException {
    JsonObject object = new JsonObject();
    reader.beginObject();
    while (reader.hasNext()) {
      String name = reader.nextName();
      if (object.has(name)) {
        throw RefusedException.malformed("a member stands twice in one object; send it once");
      }
      object.add(name, element(reader));
    }
    reader.endObject();
    return object;
  }

  private static JsonArray array(JsonReader reader) throws IOException, RefusedException {
    JsonArray array = new JsonArray();
    reader.beginArray();
    while (reader.hasNext()) {
      array.add(element(reader));
    }
    reader.endArray();
    return array;
  }
}

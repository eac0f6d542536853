package org.kashidashi.central.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Hands out the description of the interface. */
final class OpenApi implements Route.Question {
  private final String json = read();

  @Override
  public Answer answer(Optional<String> kiosk) {
    return Answer.ok(json);
  }

  private static String read() {
    try (InputStream stream = OpenApi.class.getResourceAsStream("openapi.json")) {
      if (stream == null) {
        throw new IllegalStateException("openapi.json is missing from the jar");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("openapi.json cannot be read", e);
    }
  }
}

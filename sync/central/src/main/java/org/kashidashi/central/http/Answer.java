package org.kashidashi.central.http;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.kashidashi.sync.registry.counter.CounterRefusal;

/** What goes back to the kiosk. */
record Answer(int status, String json) {
  private static final int OK = 200;
  private static final int CONFLICT = 409;

  static Answer ok(JsonObject body) {
    return new Answer(OK, body.toString());
  }

  static Answer ok(String json) {
    return new Answer(OK, json);
  }

  static Answer of(Refusal refusal, String message) {
    return new Answer(refusal.status(), error(refusal.code(), message));
  }

  /** A rule of the library speaks against what staff ask for. */
  static Answer refused(CounterRefusal refusal, String message) {
    return new Answer(CONFLICT, error(refusal.name(), message));
  }

  /** The library does it, and not at the site that asks. */
  static Answer refusedHere(CounterRefusal refusal, List<String> places) {
    JsonArray named = new JsonArray();
    places.forEach(named::add);
    JsonObject body = body(refusal.name(), "the library does this at other sites");
    body.getAsJsonObject("error").add("places", named);
    return new Answer(CONFLICT, body.toString());
  }

  byte[] bytes() {
    return json.getBytes(StandardCharsets.UTF_8);
  }

  private static String error(String code, String message) {
    return body(code, message).toString();
  }

  private static JsonObject body(String code, String message) {
    JsonObject error = new JsonObject();
    error.addProperty("code", code);
    error.addProperty("message", message);
    JsonObject body = new JsonObject();
    body.add("error", error);
    return body;
  }
}

package org.kashidashi.central.http;

import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;

/** What goes back to the kiosk. */
record Answer(int status, String json) {
  private static final int OK = 200;

  static Answer ok(JsonObject body) {
    return new Answer(OK, body.toString());
  }

  static Answer ok(String json) {
    return new Answer(OK, json);
  }

  static Answer of(Refusal refusal, String message) {
    JsonObject error = new JsonObject();
    error.addProperty("code", refusal.code());
    error.addProperty("message", message);
    JsonObject body = new JsonObject();
    body.add("error", error);
    return new Answer(refusal.status(), body.toString());
  }

  byte[] bytes() {
    return json.getBytes(StandardCharsets.UTF_8);
  }
}

package org.kashidashi.kiosk.vm;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.time.Duration;

/** Types on one keyboard of the machine. */
final class Keyboard {
  /** An emulated keyboard remembers 16 changes, and the kernel asks for them every few ms. */
  private static final Duration BETWEEN_KEYS = Duration.ofMillis(15);

  private final Qmp qmp;
  private final String hand;

  /**
   * @param hand the display through which this keyboard gets its keys
   */
  Keyboard(Qmp qmp, String hand) {
    this.qmp = qmp;
    this.hand = hand;
  }

  /** Digits, small letters, and Enter at the end. */
  void typeLine(String text) throws Exception {
    for (int index = 0; index < text.length(); index++) {
      type(text.substring(index, index + 1));
    }
    type("ret");
  }

  private void type(String key) throws Exception {
    JsonArray events = new JsonArray();
    events.add(change(key, true));
    events.add(change(key, false));
    JsonObject arguments = Qmp.arguments("device", hand);
    arguments.addProperty("head", 0);
    arguments.add("events", events);
    qmp.execute("input-send-event", arguments);
    Patience.pause(BETWEEN_KEYS);
  }

  private static JsonObject change(String key, boolean down) {
    JsonObject code = Qmp.arguments("type", "qcode", "data", key);
    JsonObject change = new JsonObject();
    change.addProperty("down", down);
    change.add("key", code);
    JsonObject event = new JsonObject();
    event.addProperty("type", "key");
    event.add("data", change);
    return event;
  }
}

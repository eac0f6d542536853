package org.kashidashi.central.http;

import com.google.gson.JsonObject;
import org.kashidashi.central.CentralClient;

/** Loans as kiosks hand them in, for tests. */
final class Loans {
  private Loans() {}

  static String json(String key, long sequence, String patron, String item, String lentAt) {
    return json(key, "k1", sequence, patron, item, lentAt, "SYNCED");
  }

  static String json(
      String key,
      String kiosk,
      long sequence,
      String patron,
      String item,
      String lentAt,
      String clock) {
    return """
    {"key":"%s","schema":1,"kind":"LOAN","kiosk":"%s","epoch":7,"sequence":%d,"patron":"%s",\
    "item":"%s","lentAt":"%s","clock":"%s","due":"2026-12-05","flags":[]}\
    """.formatted(key, kiosk, sequence, patron, item, lentAt, clock);
  }

  /** The result of one operation handed in alone. */
  static JsonObject handIn(CentralClient client, String operation) {
    return client
        .ask("/v1/operations", "{\"operations\":[" + operation + "]}")
        .getAsJsonArray("results")
        .get(0)
        .getAsJsonObject();
  }

  static int loansOut(CentralClient client, String patron) {
    return client
        .ask("/v1/patron-lookups", "{\"patron\":\"" + patron + "\"}")
        .getAsJsonObject("standing")
        .get("loansOut")
        .getAsInt();
  }

  static String status(CentralClient client, String item, String patron) {
    return client
        .ask("/v1/item-lookups", "{\"barcode\":\"%s\",\"patron\":\"%s\"}".formatted(item, patron))
        .getAsJsonObject("item")
        .get("status")
        .getAsString();
  }
}

package org.kashidashi.kiosk.scenario;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** What central has in its own database, asked by somebody other than the kiosk. */
final class CentralView implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI address;

  CentralView(URI address) {
    this.address = address;
  }

  /** How the item stands for the patron: AVAILABLE, ON_LOAN_TO_PATRON and so on. */
  String status(String item, String patron) {
    JsonObject question = new JsonObject();
    question.addProperty("barcode", item);
    question.addProperty("patron", patron);
    return ask("/v1/item-lookups", question)
        .getAsJsonObject("item")
        .get("status")
        .getAsString();
  }

  /** How many items the patron has, by central's own count. */
  int loansOut(String patron) {
    JsonObject question = new JsonObject();
    question.addProperty("patron", patron);
    return ask("/v1/patron-lookups", question)
        .getAsJsonObject("standing")
        .get("loansOut")
        .getAsInt();
  }

  /** A loan that another kiosk hands in. */
  void lend(String kiosk, String patron, String item) {
    JsonObject loan = new JsonObject();
    loan.addProperty("key", kiosk + ".0123456789abcdef.1.1");
    loan.addProperty("schema", 1);
    loan.addProperty("kind", "LOAN");
    loan.addProperty("kiosk", kiosk);
    loan.addProperty("epoch", 1);
    loan.addProperty("sequence", 1);
    loan.addProperty("patron", patron);
    loan.addProperty("item", item);
    loan.addProperty("lentAt", "2026-11-20T05:00:00Z");
    loan.addProperty("clock", "SYNCED");
    loan.add("flags", new JsonArray());
    JsonArray operations = new JsonArray();
    operations.add(loan);
    JsonObject batch = new JsonObject();
    batch.add("operations", operations);
    ask("/v1/operations", batch);
  }

  @Override
  public void close() {
    http.close();
  }

  private JsonObject ask(String path, JsonObject question) {
    HttpRequest request = HttpRequest.newBuilder(address.resolve(path))
        .timeout(PATIENCE)
        .header("Kashidashi-Kiosk", "onlooker")
        .header("Content-Type", "application/json; charset=utf-8")
        .POST(BodyPublishers.ofString(question.toString()))
        .build();
    try {
      HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
      if (response.statusCode() != 200) {
        throw new AssertionError(response.statusCode() + " " + response.body());
      }
      return JsonParser.parseString(response.body()).getAsJsonObject();
    } catch (IOException e) {
      throw new AssertionError("central does not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }
}

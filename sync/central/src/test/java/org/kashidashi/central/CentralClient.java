package org.kashidashi.central;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.kashidashi.central.circulation.Arrival;

/** A plain HTTP client for tests. */
public final class CentralClient implements AutoCloseable {
  public static final Instant NOW = Instant.parse("2026-11-20T05:05:00Z");
  public static final Arrival ARRIVAL = new Arrival(NOW, Optional.empty());
  public static final Clock CLOCK = Clock.fixed(NOW, ZoneId.of("Asia/Tokyo"));
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final int port;

  public CentralClient(int port) {
    this.port = port;
  }

  public HttpResponse<String> get(String path) {
    return send(request(path).GET());
  }

  public HttpResponse<String> post(String path, String json) {
    return post(path, BodyPublishers.ofString(json));
  }

  public HttpResponse<String> post(String path, BodyPublisher body) {
    return send(
        request(path).header("Content-Type", "application/json; charset=utf-8").POST(body));
  }

  /** The answer to a request that must succeed. */
  public JsonObject ask(String path, String json) {
    HttpResponse<String> response = post(path, json);
    if (response.statusCode() != 200) {
      throw new AssertionError(response.statusCode() + " " + response.body());
    }
    return JsonParser.parseString(response.body()).getAsJsonObject();
  }

  public HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
        .timeout(PATIENCE)
        .header("Kashidashi-Kiosk", "k1");
  }

  public HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError("no answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  @Override
  public void close() {
    http.close();
  }
}

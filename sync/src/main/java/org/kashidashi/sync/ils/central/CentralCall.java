package org.kashidashi.sync.ils.central;

import com.google.gson.JsonObject;
import java.time.Duration;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;

/** Makes a request of central out of a path and an object. */
final class CentralCall {
  private static final MediaType JSON = MediaType.get("application/json; charset=utf-8");

  private CentralCall() {}

  static Request post(CentralSettings settings, String path, JsonObject body) {
    return request(settings, path)
        .post(RequestBody.create(body.toString(), JSON))
        .build();
  }

  /** As {@link #post}, by staff. */
  static Request staff(CentralSettings settings, String path, JsonObject body, String ticket) {
    return post(settings, path, body)
        .newBuilder()
        .header("Kashidashi-Staff", ticket)
        .build();
  }

  /** Not to be sent any more once the body is closed. */
  static Request post(CentralSettings settings, String path, SecretBody body) {
    return request(settings, path).post(body.as(JSON)).build();
  }

  static Request get(CentralSettings settings, String path) {
    return request(settings, path).get().build();
  }

  /** Sends and waits, within the budget. */
  static Heard post(
      OkHttpClient client,
      CentralSettings settings,
      String path,
      JsonObject body,
      Duration budget) {
    return Answering.execute(of(client, post(settings, path, body), budget), path);
  }

  static Call of(OkHttpClient client, Request request, Duration budget) {
    return client
        .newBuilder()
        .callTimeout(budget)
        .connectTimeout(budget)
        .readTimeout(budget)
        .writeTimeout(budget)
        .build()
        .newCall(request);
  }

  private static Request.Builder request(CentralSettings settings, String path) {
    HttpUrl address = HttpUrl.get(settings.address());
    return new Request.Builder()
        .url(address.newBuilder().encodedPath(path).build())
        .header("Kashidashi-Kiosk", settings.kiosk());
  }
}

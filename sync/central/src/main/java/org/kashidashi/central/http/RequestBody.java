package org.kashidashi.central.http;

import com.google.gson.JsonElement;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Gets the JSON out of a request, after a look at its headers. */
final class RequestBody {
  private static final Pattern JSON =
      Pattern.compile("application/json(\\s*;\\s*charset=\"?utf-8\"?)?");

  private RequestBody() {}

  /**
   * Blocks until the whole body is there.
   *
   * @throws IOException if the connection ends, or its time is over
   */
  static JsonElement read(HttpExchange exchange) throws IOException, RefusedException {
    List<String> types = exchange.getRequestHeaders().getOrDefault("Content-Type", List.of());
    if (types.size() != 1
        || !JSON.matcher(types.getFirst().strip().toLowerCase(Locale.ROOT)).matches()) {
      throw new RefusedException(
          Refusal.NOT_JSON, "send Content-Type: application/json; charset=utf-8");
    }
    byte[] body = exchange.getRequestBody().readNBytes(HttpLimits.BODY_BYTES_MAXIMUM + 1);
    if (body.length > HttpLimits.BODY_BYTES_MAXIMUM) {
      throw new RefusedException(
          Refusal.BODY_TOO_LARGE,
          "the body has more than %d bytes; send fewer operations at a time"
              .formatted(HttpLimits.BODY_BYTES_MAXIMUM));
    }
    return StrictJson.parse(body);
  }
}

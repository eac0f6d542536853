package org.kashidashi.central.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import org.kashidashi.central.circulation.Origin;
import org.kashidashi.central.store.StoreBusyException;
import org.kashidashi.central.store.StoreDamagedException;
import org.kashidashi.central.store.StoreException;
import org.kashidashi.central.store.StoreUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings each request to its route and turns whatever happens into one answer. */
final class Router implements HttpHandler {
  private static final Logger LOG = LoggerFactory.getLogger(Router.class);
  private static final String KIOSK_HEADER = "Kashidashi-Kiosk";
  private static final String RETRY_AFTER_SECONDS = "2";

  private final List<Route> routes;
  private final Gate gate;
  private final Admissions admissions;

  Router(List<Route> routes, Gate gate, Admissions admissions) {
    this.routes = List.copyOf(routes);
    this.gate = gate;
    this.admissions = admissions;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      switch (entry(exchange)) {
        case Answered answered -> send(exchange, answered.answer());
        case Admitted admitted -> answer(exchange, admitted);
      }
    }
  }

  /** What is known of a request after a look at its headers. */
  private sealed interface Entry {}

  /** All there is to say: a refusal, or what everybody may know. It holds nobody's place. */
  private record Answered(Answer answer) implements Entry {}

  private record Admitted(Route.Post post, Caller caller, Admission admission) implements Entry {}

  private Entry entry(HttpExchange exchange) {
    try {
      Route route = find(exchange);
      if (exchange.getRequestURI().getRawQuery() != null) {
        throw RefusedException.malformed("there is no query here; send all in the body");
      }
      return switch (route) {
        case Route.Get get -> {
          gate.remind(exchange);
          yield new Answered(get.question().answer(named(exchange)));
        }
        case Route.Post post -> {
          Caller caller = gate.admit(exchange, kiosk(exchange), post.access());
          yield new Admitted(post, caller, admissions.of(post.access()));
        }
      };
    } catch (RefusedException | StoreException | RuntimeException e) {
      return new Answered(explained(e));
    }
  }

  private static void answer(HttpExchange exchange, Admitted admitted) throws IOException {
    if (!admitted.admission().enter()) {
      send(exchange, Answer.of(Refusal.BUSY, "too many requests at a time, try again"));
      return;
    }
    try {
      send(exchange, worked(exchange, admitted));
    } finally {
      admitted.admission().leave();
    }
  }

  private static Answer worked(HttpExchange exchange, Admitted admitted) throws IOException {
    try {
      return admitted.post().request().answer(admitted.caller(), RequestBody.read(exchange));
    } catch (RefusedException | StoreException | RuntimeException e) {
      return explained(e);
    }
  }

  /** The top of a request's loop: nothing that goes wrong may leave without an answer. */
  private static Answer explained(Exception failure) {
    return switch (failure) {
      case RefusedException refused ->
        Answer.of(refused.refusal(), String.valueOf(refused.getMessage()));
      case StoreException store -> of(store);
      default -> {
        LOG.error("a mistake in central", failure);
        yield Answer.of(Refusal.INTERNAL, "central made a mistake; its log says more");
      }
    };
  }

  private Route find(HttpExchange exchange) throws RefusedException {
    String path = exchange.getRequestURI().getRawPath();
    List<Route> atPath =
        routes.stream().filter(route -> route.path().equals(path)).toList();
    if (atPath.isEmpty()) {
      throw new RefusedException(
          Refusal.NO_SUCH_ROUTE, "no such route; GET /v1/openapi.json lists them");
    }
    String allowed = String.join(", ", atPath.stream().map(Route::method).toList());
    return atPath.stream()
        .filter(route -> route.method().equals(exchange.getRequestMethod()))
        .findFirst()
        .orElseThrow(() -> {
          exchange.getResponseHeaders().set("Allow", allowed);
          return new RefusedException(
              Refusal.METHOD_NOT_ALLOWED, "send %s to this route".formatted(allowed));
        });
  }

  private static Optional<String> named(HttpExchange exchange) {
    return exchange.getRequestHeaders().getOrDefault(KIOSK_HEADER, List.of()).stream()
        .filter(Origin::isKiosk)
        .findFirst();
  }

  private static String kiosk(HttpExchange exchange) throws RefusedException {
    List<String> names = exchange.getRequestHeaders().getOrDefault(KIOSK_HEADER, List.of());
    if (names.size() != 1 || !Origin.isKiosk(names.getFirst())) {
      throw RefusedException.malformed(
          "send one header %s with 1 to 32 of a-z, 0-9 and hyphen".formatted(KIOSK_HEADER));
    }
    return names.getFirst();
  }

  private static Answer of(StoreException failure) {
    return switch (failure) {
      case StoreBusyException busy -> {
        LOG.warn("a request was put off: {}", busy.getMessage());
        yield Answer.of(Refusal.BUSY, "the database is in use, send the same again");
      }
      case StoreUnavailableException unavailable -> {
        LOG.error("the database cannot be used", unavailable);
        yield Answer.of(Refusal.BUSY, "the database cannot be used now, send the same again later");
      }
      case StoreDamagedException damaged -> {
        LOG.error("the database is damaged", damaged);
        yield Answer.of(Refusal.INTERNAL, "the database is damaged; central's log says more");
      }
    };
  }

  private static void send(HttpExchange exchange, Answer answer) throws IOException {
    byte[] bytes = answer.bytes();
    exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
    exchange.getResponseHeaders().set("Cache-Control", "no-store");
    if (answer.status() == Refusal.BUSY.status()) {
      exchange.getResponseHeaders().set("Retry-After", RETRY_AFTER_SECONDS);
    }
    if (answer.status() == Refusal.BODY_TOO_LARGE.status()) {
      // The rest of the body is not read, so nothing can follow on this connection.
      exchange.getResponseHeaders().set("Connection", "close");
    }
    if (exchange.getRequestMethod().equals("HEAD")) {
      exchange.sendResponseHeaders(answer.status(), -1);
      return;
    }
    exchange.sendResponseHeaders(answer.status(), bytes.length);
    try (OutputStream body = exchange.getResponseBody()) {
      body.write(bytes);
    }
  }
}

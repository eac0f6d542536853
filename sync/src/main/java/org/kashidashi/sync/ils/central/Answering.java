package org.kashidashi.sync.ils.central;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.BufferedSource;

/** Reads one answer, on OkHttp's thread. */
final class Answering implements Callback {
  private static final long ANSWER_BYTES_MAXIMUM = 256 * 1024;

  /** As many as a library may have sites, and as much as may be said of one. */
  private static final int PLACES_MAXIMUM = 200;

  private static final int PLACE_LENGTH_MAXIMUM = 500;
  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_-]{1,40}");
  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,6}");
  private static final int OK = 200;
  private static final int BAD_REQUEST = 400;
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  private static final int CONFLICT = 409;
  private static final int TOO_LARGE = 413;
  private static final int UNPROCESSABLE = 422;

  private final CompletableFuture<Heard> heard = new CompletableFuture<>();
  private final String path;
  private final Audience audience;

  /** Whom an answer is for. */
  enum Audience {
    /** The kiosk itself: nothing but a wrong request is ever refused. */
    KIOSK,
    /** Staff at a counter: central also refuses by rules, roles and tickets. */
    STAFF
  }

  Answering(String path, Audience audience) {
    this.path = path;
    this.audience = audience;
  }

  /** Always comes, and never with an exception. */
  CompletableFuture<Heard> heard() {
    return heard;
  }

  @Override
  public void onFailure(Call call, IOException failure) {
    heard.complete(failed(path, failure));
  }

  @Override
  public void onResponse(Call call, Response response) {
    heard.complete(read(path, audience, response));
  }

  /** Sends and waits, for threads that nobody waits for. */
  static Heard execute(Call call, String path) {
    try {
      return read(path, Audience.KIOSK, call.execute());
    } catch (IOException failure) {
      return failed(path, failure);
    }
  }

  private static Heard failed(String path, IOException failure) {
    return TlsTrouble.of(failure)
        .map(Heard::distrusted)
        .orElseGet(() -> Heard.nothing("%s: %s".formatted(path, failure)));
  }

  static Heard read(String path, Audience audience, Response response) {
    try (response) {
      Heard heard = understand(path, audience, response);
      return "yes".equals(response.header("Kashidashi-Renew")) ? heard.withRenewalWished() : heard;
    } catch (IOException e) {
      return Heard.nothing("%s: the answer broke off: %s".formatted(path, e));
    } catch (MalformedAnswerException e) {
      return Heard.nothing("%s: status %d, %s".formatted(path, response.code(), e.getMessage()));
    }
  }

  private static Heard understand(String path, Audience audience, Response response)
      throws IOException, MalformedAnswerException {
    return switch (response.code()) {
      case OK -> Heard.of(new CentralAnswer.Ok(JsonFields.parse(text(response.body()))));
      // Only central's own word counts: a proxy or a login page must not park a loan.
      case BAD_REQUEST, TOO_LARGE, UNPROCESSABLE ->
        Heard.of(new CentralAnswer.Wrong(response.code(), code(error(response))));
      case FORBIDDEN -> {
        String code = code(error(response));
        yield IdentityRefusal.of(code).map(Heard::refused).orElseGet(() -> switch (audience) {
          case STAFF -> Heard.of(new CentralAnswer.Wrong(FORBIDDEN, code));
          case KIOSK -> Heard.nothing("%s: status 403 %s".formatted(path, code));
        });
      }
      case UNAUTHORIZED, CONFLICT ->
        switch (audience) {
          case STAFF -> {
            JsonFields error = error(response);
            yield Heard.of(new CentralAnswer.Wrong(response.code(), code(error), places(error)));
          }
          case KIOSK -> nothing(path, response);
        };
      default -> nothing(path, response);
    };
  }

  private static Heard nothing(String path, Response response) {
    return Heard.of(new CentralAnswer.None(
        "%s: status %d".formatted(path, response.code()), retryAfter(response)));
  }

  private static JsonFields error(Response response) throws IOException, MalformedAnswerException {
    return JsonFields.parse(text(response.body())).fields("error");
  }

  private static List<String> places(JsonFields error) throws MalformedAnswerException {
    return error.has("places")
        ? error.texts("places", PLACES_MAXIMUM, PLACE_LENGTH_MAXIMUM)
        : List.of();
  }

  private static String code(JsonFields error) throws MalformedAnswerException {
    String code = error.text("code");
    if (!CODE.matcher(code).matches()) {
      throw new MalformedAnswerException("member 'code' is not a code");
    }
    return code;
  }

  private static String text(ResponseBody body) throws IOException, MalformedAnswerException {
    BufferedSource source = body.source();
    if (source.request(ANSWER_BYTES_MAXIMUM + 1)) {
      throw new MalformedAnswerException(
          "the answer is longer than %d bytes".formatted(ANSWER_BYTES_MAXIMUM));
    }
    return source.readUtf8();
  }

  private static Optional<Duration> retryAfter(Response response) {
    String wish = response.header("Retry-After", "");
    return wish != null && SECONDS.matcher(wish).matches()
        ? Optional.of(Duration.ofSeconds(Long.parseLong(wish)))
        : Optional.empty();
  }
}

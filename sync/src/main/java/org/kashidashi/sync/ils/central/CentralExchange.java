package org.kashidashi.sync.ils.central;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.Dispatcher;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.BufferedSource;
import org.kashidashi.sync.ils.Circuit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends one JSON object to central and brings one back, within a time and a size.
 *
 * <p>Safe for any thread. The caller waits for the budget and no longer, even where the network
 * hangs in a place that cannot be interrupted, such as the resolution of a name.
 */
public final class CentralExchange implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(CentralExchange.class);
  private static final MediaType JSON = MediaType.get("application/json; charset=utf-8");
  private static final long ANSWER_BYTES_MAXIMUM = 256 * 1024;
  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_-]{1,40}");
  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,6}");
  private static final int OK = 200;
  private static final int BAD_REQUEST = 400;
  private static final int TOO_LARGE = 413;
  private static final int UNPROCESSABLE = 422;

  private final ExecutorService threads = Executors.newCachedThreadPool(
      Thread.ofPlatform().name("central-", 0).daemon().factory());
  private final CentralSettings settings;
  private final Circuit circuit;
  private final OkHttpClient client;
  private final HttpUrl address;

  /**
   * @param circuit shared by all who ask the same central
   */
  public CentralExchange(CentralSettings settings, Circuit circuit) {
    this.settings = settings;
    this.circuit = circuit;
    this.address = HttpUrl.get(settings.address());
    // No retry within OkHttp: it could send an operation twice within one budget, unseen by us.
    this.client = new OkHttpClient.Builder()
        .dispatcher(new Dispatcher(threads))
        .retryOnConnectionFailure(false)
        .followRedirects(false)
        .build();
  }

  /** A question while a patron waits. Not even asked while central is known to be down. */
  public CentralAnswer lookUp(String path, JsonObject question) {
    if (!circuit.mayTry()) {
      return new CentralAnswer.None("central did not answer a moment ago", Optional.empty());
    }
    return post(path, question, settings.lookupBudget());
  }

  /** A delivery, which has a rhythm of its own and is always sent. */
  CentralAnswer deliver(String path, JsonObject operations) {
    return post(path, operations, settings.deliveryBudget());
  }

  String kiosk() {
    return settings.kiosk();
  }

  /** Whether central answers a question that costs it nothing. */
  boolean answers(String path) {
    return send(path, request(path).get().build(), settings.lookupBudget())
        instanceof CentralAnswer.Ok;
  }

  private CentralAnswer post(String path, JsonObject body, Duration budget) {
    RequestBody content = RequestBody.create(body.toString(), JSON);
    return send(path, request(path).post(content).build(), budget);
  }

  private Request.Builder request(String path) {
    return new Request.Builder()
        .url(address.newBuilder().encodedPath(path).build())
        .header("Kashidashi-Kiosk", settings.kiosk());
  }

  private CentralAnswer send(String path, Request request, Duration budget) {
    Call call = client
        .newBuilder()
        .callTimeout(budget)
        .connectTimeout(budget)
        .readTimeout(budget)
        .writeTimeout(budget)
        .build()
        .newCall(request);
    CentralAnswer answer = await(call, path, budget);
    note(answer);
    return answer;
  }

  private static CentralAnswer await(Call call, String path, Duration budget) {
    Answering answering = new Answering(path);
    call.enqueue(answering);
    try {
      return answering.answer.get(budget.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      call.cancel();
      return none("%s: no answer within %s".formatted(path, budget));
    } catch (InterruptedException e) {
      call.cancel();
      Thread.currentThread().interrupt();
      return none(path + ": interrupted");
    } catch (ExecutionException e) {
      throw new IllegalStateException(path, e);
    }
  }

  private void note(CentralAnswer answer) {
    switch (answer) {
      case CentralAnswer.Ok _, CentralAnswer.Wrong _ -> circuit.succeeded();
      case CentralAnswer.None none -> {
        LOG.debug("Central: {}", none.reason());
        // After a lost network, pooled connections would hang one after the other.
        client.connectionPool().evictAll();
        if (none.retryAfter().isPresent()) {
          circuit.failed(none.retryAfter().get());
        } else {
          circuit.failed();
        }
      }
    }
  }

  private static CentralAnswer.None none(String reason) {
    return new CentralAnswer.None(reason, Optional.empty());
  }

  @Override
  public void close() {
    client.dispatcher().cancelAll();
    client.connectionPool().evictAll();
    threads.shutdown();
  }

  /** Reads one answer on OkHttp's thread. */
  private static final class Answering implements Callback {
    private final CompletableFuture<CentralAnswer> answer = new CompletableFuture<>();
    private final String path;

    Answering(String path) {
      this.path = path;
    }

    @Override
    public void onFailure(Call call, IOException failure) {
      answer.complete(none("%s: %s".formatted(path, failure)));
    }

    @Override
    public void onResponse(Call call, Response response) {
      try (response) {
        answer.complete(read(response));
      } catch (IOException e) {
        answer.complete(none("%s: the answer broke off: %s".formatted(path, e)));
      } catch (MalformedAnswerException e) {
        answer.complete(none("%s: status %d, %s".formatted(path, response.code(), e.getMessage())));
      }
    }

    private CentralAnswer read(Response response) throws IOException, MalformedAnswerException {
      return switch (response.code()) {
        case OK -> new CentralAnswer.Ok(JsonFields.parse(text(response.body())));
        // Only central's own word counts: a proxy or a login page must not park a loan.
        case BAD_REQUEST, TOO_LARGE, UNPROCESSABLE ->
          new CentralAnswer.Wrong(response.code(), code(response));
        default ->
          new CentralAnswer.None(
              "%s: status %d".formatted(path, response.code()), retryAfter(response));
      };
    }

    private static String code(Response response) throws IOException, MalformedAnswerException {
      String code = JsonFields.parse(text(response.body())).fields("error").text("code");
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
}

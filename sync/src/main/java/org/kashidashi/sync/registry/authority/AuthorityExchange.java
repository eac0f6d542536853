package org.kashidashi.sync.registry.authority;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.Dispatcher;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSource;
import org.kashidashi.sync.ils.central.JsonFields;
import org.kashidashi.sync.ils.central.MalformedAnswerException;

/**
 * Sends one JSON object to the service and brings one back, within a time and a size. Safe for any
 * thread.
 */
final class AuthorityExchange implements AutoCloseable {
  private static final long ANSWER_BYTES_MAXIMUM = 64 * 1024;
  private static final MediaType JSON = MediaType.get("application/json; charset=utf-8");
  private static final int OK = 200;

  /** What came back. */
  sealed interface Answer {
    record Ok(JsonFields body) implements Answer {}

    record None(String reason) implements Answer {}
  }

  private final AuthorityAccess access;
  private final ExecutorService threads = Executors.newCachedThreadPool(
      Thread.ofPlatform().name("authority-", 0).daemon().factory());
  private final OkHttpClient client;

  AuthorityExchange(AuthorityAccess access) {
    this.access = access;
    OkHttpClient.Builder builder = new OkHttpClient.Builder()
        .dispatcher(new Dispatcher(threads))
        .retryOnConnectionFailure(false)
        .followRedirects(false)
        .callTimeout(access.limit())
        .connectTimeout(access.limit())
        .readTimeout(access.limit())
        .writeTimeout(access.limit());
    if (!access.trusted().isEmpty()) {
      X509TrustManager trust = trusting(access.trusted());
      builder.sslSocketFactory(context(trust).getSocketFactory(), trust);
    }
    this.client = builder.build();
  }

  /** The caller waits for the limit and no longer, even where the resolution of a name hangs. */
  Answer post(String path, JsonObject question) {
    Call call = client.newCall(request(path, question));
    Answering answering = new Answering(path);
    call.enqueue(answering);
    try {
      return answering.answer.get(access.limit().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      call.cancel();
      return new Answer.None("%s: no answer within %s".formatted(path, access.limit()));
    } catch (InterruptedException e) {
      call.cancel();
      Thread.currentThread().interrupt();
      return new Answer.None(path + ": interrupted");
    } catch (ExecutionException e) {
      throw new IllegalStateException(path, e);
    }
  }

  private Request request(String path, JsonObject question) {
    HttpUrl address =
        HttpUrl.get(access.address()).newBuilder().encodedPath(path).build();
    Request.Builder request =
        new Request.Builder().url(address).post(RequestBody.create(question.toString(), JSON));
    if (!access.secret().isEmpty()) {
      request.header("Authorization", "Bearer " + access.secret());
    }
    return request.build();
  }

  /** Reads one answer, on OkHttp's thread. */
  private static final class Answering implements Callback {
    private final CompletableFuture<Answer> answer = new CompletableFuture<>();
    private final String path;

    Answering(String path) {
      this.path = path;
    }

    @Override
    public void onFailure(Call call, IOException failure) {
      answer.complete(new Answer.None("%s: %s".formatted(path, failure)));
    }

    @Override
    public void onResponse(Call call, Response response) {
      try (response) {
        // What stands in any other answer may be a proxy's, so it is not even read.
        answer.complete(
            response.code() == OK
                ? new Answer.Ok(JsonFields.parse(text(response.body().source())))
                : new Answer.None("%s: status %d".formatted(path, response.code())));
      } catch (IOException e) {
        answer.complete(new Answer.None("%s: the answer broke off: %s".formatted(path, e)));
      } catch (MalformedAnswerException e) {
        answer.complete(new Answer.None("%s: %s".formatted(path, e.getMessage())));
      }
    }

    private static String text(BufferedSource source) throws IOException, MalformedAnswerException {
      if (source.request(ANSWER_BYTES_MAXIMUM + 1)) {
        throw new MalformedAnswerException(
            "the answer is longer than %d bytes".formatted(ANSWER_BYTES_MAXIMUM));
      }
      return source.readUtf8();
    }
  }

  @Override
  public void close() {
    client.dispatcher().cancelAll();
    client.connectionPool().evictAll();
    threads.shutdown();
  }

  private static X509TrustManager trusting(List<X509Certificate> authorities) {
    try {
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      for (X509Certificate authority : authorities) {
        store.setCertificateEntry("authority-" + store.size(), authority);
      }
      TrustManagerFactory factory =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init(store);
      for (TrustManager manager : factory.getTrustManagers()) {
        if (manager instanceof X509TrustManager trust) {
          return trust;
        }
      }
      throw new IllegalStateException("the platform has no trust manager for X.509");
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("the platform cannot trust given authorities", e);
    }
  }

  private static SSLContext context(X509TrustManager trust) {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {trust}, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the platform has no TLS", e);
    }
  }
}

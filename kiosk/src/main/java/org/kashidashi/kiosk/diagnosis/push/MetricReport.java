package org.kashidashi.kiosk.diagnosis.push;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.kashidashi.kiosk.diagnosis.DiagnosisException;
import org.kashidashi.sync.file.DurableFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes and sends the metrics of a machine, each time as a whole. One thread. */
public final class MetricReport implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(MetricReport.class);
  private static final Duration PUSH_LIMIT = Duration.ofSeconds(10);
  private static final MediaType TYPE = MediaType.get(MetricText.CONTENT_TYPE);

  private final MetricText text;
  private final Optional<Path> file;
  private final Optional<Push> push;
  private boolean written = true;
  private boolean sent = true;

  private record Push(OkHttpClient client, URI address) {}

  /**
   * @param file written whole, for everybody to read; empty for none
   * @param pushUrl where it is put; empty for nowhere
   */
  public MetricReport(MetricText text, Optional<Path> file, Optional<URI> pushUrl) {
    this(text, file, pushUrl, PUSH_LIMIT);
  }

  MetricReport(MetricText text, Optional<Path> file, Optional<URI> pushUrl, Duration pushLimit) {
    this.text = text;
    this.file = file;
    this.push = pushUrl.map(address -> new Push(client(pushLimit), address));
  }

  private static OkHttpClient client(Duration pushLimit) {
    return new OkHttpClient.Builder()
        .callTimeout(pushLimit)
        .retryOnConnectionFailure(false)
        .followRedirects(false)
        .build();
  }

  /** Tells how things stand. Trouble is told once in the log; the next time tries again. */
  public void tell() throws DiagnosisException {
    byte[] now = text.now();
    if (file.isPresent()) {
      written = told(
          "metrics file " + file.get(),
          written,
          () -> DurableFile.write(file.get(), now, DurableFile.PUBLIC));
    }
    if (push.isPresent()) {
      sent = told("metrics to " + push.get().address(), sent, () -> put(push.get(), now));
    }
  }

  private interface Telling {
    void run() throws IOException;
  }

  private static boolean told(String what, boolean before, Telling telling) {
    try {
      telling.run();
      if (!before) {
        LOG.info("{}: works again", what);
      }
      return true;
    } catch (IOException failure) {
      if (before) {
        LOG.warn("{}: not told; trying on", what, failure);
      }
      return false;
    }
  }

  private static void put(Push push, byte[] now) throws IOException {
    Request request = new Request.Builder()
        .url(push.address().toString())
        .put(RequestBody.create(now, TYPE))
        .build();
    try (Response response = push.client().newCall(request).execute()) {
      if (!response.isSuccessful()) {
        throw new IOException("status %d".formatted(response.code()));
      }
    }
  }

  @Override
  public void close() {
    push.ifPresent(open -> {
      open.client().dispatcher().cancelAll();
      open.client().connectionPool().evictAll();
    });
  }
}

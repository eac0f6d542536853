package org.kashidashi.kiosk.diagnosis.push;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.kashidashi.kiosk.diagnosis.Cause;
import org.kashidashi.kiosk.diagnosis.Check;
import org.kashidashi.kiosk.diagnosis.Condition;
import org.kashidashi.kiosk.diagnosis.Diagnosis;
import org.kashidashi.kiosk.diagnosis.Fact;
import org.kashidashi.kiosk.diagnosis.Health;
import org.kashidashi.kiosk.diagnosis.Hint;
import org.kashidashi.kiosk.diagnosis.Part;
import org.kashidashi.kiosk.diagnosis.ServiceMode;
import org.kashidashi.kiosk.diagnosis.Subject;
import org.kashidashi.kiosk.diagnosis.Topic;
import org.kashidashi.kiosk.diagnosis.Waiting;

@Timeout(30)
final class MetricReportTest {
  /** A sample (OpenMetrics 1.0, ABNF, metric). */
  private static final Pattern SAMPLE = Pattern.compile(
      "([a-zA-Z_:][a-zA-Z0-9_:]*)(\\{([a-zA-Z_][a-zA-Z0-9_]*=\"(?:[^\"\\\\\n]|\\\\.)*\",?)*})?"
          + " (-?[0-9.E+-]+|NaN|\\+Inf)");

  @TempDir
  Path folder;

  /** Knows what the test knows. */
  private static final class Known implements Diagnosis {
    @Override
    public Health health() {
      return new Health(
          ServiceMode.CLOSED,
          List.of(
              Condition.good(Part.READER),
              Condition.absent(Part.PRINTER),
              Condition.bad(Part.QUEUE, Cause.QUEUE_OLD)));
    }

    @Override
    public List<Fact> facts(Topic topic) {
      return switch (topic) {
        case COUNTERS ->
          List.of(
              Fact.number(Subject.LOANS, 12_345),
              new Fact(Subject.LOANS, "start", new Fact.Value.Quantity(3)));
        case ERRORS ->
          List.of(
              new Fact(Subject.REFUSALS, "E-101", new Fact.Value.Quantity(7)),
              new Fact(Subject.REFUSALS, "E-101 start", new Fact.Value.Quantity(1)));
        case QUEUE ->
          List.of(
              Fact.number(Subject.WAITING, 4),
              new Fact(Subject.OLDEST, "", new Fact.Value.Span(Duration.ofHours(25))));
        case SENSORS ->
          List.of(new Fact(Subject.TEMPERATURE, "cpu \"0\"", new Fact.Value.Quantity(61.5)));
        case DISK -> List.of(Fact.number(Subject.ROOM, 2));
        case STATUS, VERSION, DEVICES, CLOCK, NETWORK, MEMORY -> List.of();
      };
    }

    @Override
    public Condition check(Check check, Consumer<Hint> hints) {
      throw new AssertionError("metrics try nothing");
    }

    @Override
    public void serve(ServiceMode mode) {
      throw new AssertionError("metrics change nothing");
    }

    @Override
    public List<Waiting> queue(int limit) {
      throw new AssertionError("metrics list nothing");
    }

    @Override
    public int retryQueue() {
      throw new AssertionError("metrics send nothing");
    }

    @Override
    public List<Double> calibrateTouch(Consumer<Hint> hints) {
      throw new AssertionError("metrics touch nothing");
    }

    @Override
    public void close() {
      // There is nothing to close.
    }
  }

  @Test
  void textIsReadBackWithItsNamesAndNumbers() throws Exception {
    String text =
        new String(new MetricText(new Known(), "k1", "1.0").now(), StandardCharsets.UTF_8);
    Map<String, Double> samples = parsed(text);
    assertEquals(12_345, samples.get("kashidashi_loans_total{kiosk=\"k1\"}"), text);
    assertEquals(7, samples.get("kashidashi_refusals_total{code=\"E-101\",kiosk=\"k1\"}"), text);
    assertEquals(4, samples.get("kashidashi_queue_waiting{kiosk=\"k1\"}"), text);
    assertEquals(90_000, samples.get("kashidashi_queue_oldest_seconds{kiosk=\"k1\"}"), text);
    assertEquals(2 << 20, samples.get("kashidashi_disk_free_bytes{kiosk=\"k1\"}"), text);
    assertEquals(
        61.5,
        samples.get("kashidashi_temperature_celsius{kiosk=\"k1\",of=\"cpu \\\"0\\\"\"}"),
        text);
    assertEquals(1, samples.get("kashidashi_service_mode{kiosk=\"k1\",mode=\"closed\"}"), text);
    assertEquals(
        2,
        samples.get("kashidashi_part_trouble{cause=\"queue_old\",kiosk=\"k1\",part=\"queue\"}"),
        text);
    assertTrue(samples.keySet().stream().noneMatch(name -> name.contains("printer")), text);
  }

  @Test
  void fileIsWrittenWholeForAll() throws Exception {
    Path file = folder.resolve("metrics");
    try (MetricReport report = report(Optional.of(file), Optional.empty())) {
      report.tell();
      report.tell();
    }
    assertTrue(parsed(Files.readString(file)).size() > 5);
  }

  @Test
  void textIsPutToWhereItIsCollected() throws Exception {
    BlockingQueue<String> heard = new ArrayBlockingQueue<>(2);
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/metrics", exchange -> {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      heard.add(exchange.getRequestMethod() + " "
          + exchange.getRequestHeaders().getFirst("Content-Type") + "\n" + body);
      exchange.sendResponseHeaders(202, -1);
      exchange.close();
    });
    server.start();
    URI address =
        URI.create("http://127.0.0.1:%d/metrics".formatted(server.getAddress().getPort()));
    try (MetricReport report = report(Optional.empty(), Optional.of(address))) {
      report.tell();
    } finally {
      server.stop(0);
    }
    String put = heard.take();
    assertTrue(put.startsWith("PUT application/openmetrics-text"), put);
    assertTrue(parsed(put.substring(put.indexOf('\n') + 1)).size() > 5);
  }

  @Test
  void nobodyToTellIsNoReasonToFail() throws Exception {
    Path missing = folder.resolve("none/metrics");
    URI nobody = URI.create("http://127.0.0.1:9/metrics");
    try (MetricReport report = report(Optional.of(missing), Optional.of(nobody))) {
      report.tell();
      report.tell();
    }
    assertTrue(Files.notExists(missing));
  }

  private static MetricReport report(Optional<Path> file, Optional<URI> push) {
    return new MetricReport(new MetricText(new Known(), "k1", "1.0"), file, push);
  }

  /** By the format's own grammar: comments, samples, and the mark of the end. */
  private static Map<String, Double> parsed(String text) {
    assertTrue(text.endsWith("# EOF\n"), text);
    Map<String, Double> samples = new TreeMap<>();
    for (String line : text.lines().toList()) {
      if (line.startsWith("# ")) {
        assertTrue(line.matches("# (EOF|(TYPE|HELP|UNIT) [a-zA-Z_:][a-zA-Z0-9_:]* .*)"), line);
        continue;
      }
      Matcher sample = SAMPLE.matcher(line);
      assertTrue(sample.matches(), line);
      String name = line.substring(0, line.lastIndexOf(' '));
      assertTrue(
          samples.put(name, Double.valueOf(line.substring(line.lastIndexOf(' ') + 1))) == null,
          line);
    }
    return samples;
  }
}

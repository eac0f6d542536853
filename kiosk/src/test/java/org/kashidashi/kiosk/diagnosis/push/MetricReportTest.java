package org.kashidashi.kiosk.diagnosis.push;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kashidashi.kiosk.diagnosis.Cause;
import org.kashidashi.kiosk.diagnosis.Check;
import org.kashidashi.kiosk.diagnosis.Condition;
import org.kashidashi.kiosk.diagnosis.Diagnosis;
import org.kashidashi.kiosk.diagnosis.DiagnosisException.NotNow;
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

  /** Of a family (OpenMetrics 1.0, ABNF, metric-descriptor). */
  private static final Pattern DESCRIPTION =
      Pattern.compile("# (TYPE|UNIT) ([a-zA-Z_:][a-zA-Z0-9_:]*) ([a-z]+)");

  private static final Path PYTHON = Path.of("/usr/bin/python3");

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
    public List<Fact> facts(Topic topic) throws NotNow {
      return switch (topic) {
        case COUNTERS ->
          List.of(
              Fact.number(Subject.LOANS, 12_345),
              new Fact(Subject.LOANS, "start", new Fact.Value.Quantity(3)));
        case ERRORS ->
          List.of(
              new Fact(Subject.REFUSALS, "E-101", new Fact.Value.Quantity(7)),
              new Fact(Subject.REFUSALS, "E-101 start", new Fact.Value.Quantity(1)),
              new Fact(Subject.FAULTS, "E-305", new Fact.Value.Quantity(2)));
        case QUEUE ->
          List.of(
              Fact.number(Subject.WAITING, 4),
              new Fact(Subject.OLDEST, "", new Fact.Value.Span(Duration.ofHours(25))));
        case SENSORS ->
          List.of(
              new Fact(Subject.TEMPERATURE, "cpu \"0\"", new Fact.Value.Quantity(61.5)),
              new Fact(Subject.TEMPERATURE, "b\\n日本", new Fact.Value.Quantity(-3)),
              // Two sensors of one name must not spoil what is told of the others.
              new Fact(Subject.TEMPERATURE, "cpu \"0\"", new Fact.Value.Quantity(40)));
        case DISK -> List.of(Fact.number(Subject.ROOM, 2));
        case CLOCK -> List.of(new Fact(Subject.TIME_TRUSTED, "SYNCED", new Fact.Value.Flag(true)));
        case NETWORK -> List.of(Fact.number(Subject.IDENTITY_DAYS, 2));
        case STATUS, VERSION, DEVICES -> List.of();
        // One that is not known must not take the others with it.
        case MEMORY -> throw new NotNow(NotNow.Reason.STORE_BROKEN);
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
    public List<Fact> retryQueue() {
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
    assertEquals(172_800, samples.get("kashidashi_identity_left_seconds{kiosk=\"k1\"}"), text);
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

  /** Not of the same project as the writer: the Python client's parser, which is strict. */
  @Test
  void independentReaderUnderstandsEveryFamily() throws Exception {
    assumeTrue(Files.isExecutable(PYTHON), "needs python3");
    assumeTrue(answers("import prometheus_client").isEmpty(), "needs python3-prometheus-client");
    List<String> families = answers("""
        import sys
        from prometheus_client.openmetrics.parser import text_string_to_metric_families
        for family in text_string_to_metric_families(sys.stdin.read()):
            print(family.name, family.type, family.unit or '-', len(family.samples))
            for sample in family.samples:
                assert sample.labels['kiosk'] == 'k1', sample
        """);
    assertEquals(
        List.of(
            "kashidashi_build info - 1",
            "kashidashi_clock_trusted gauge - 1",
            "kashidashi_disk_free_bytes gauge bytes 1",
            "kashidashi_faults counter - 1",
            "kashidashi_identity_left_seconds gauge seconds 1",
            "kashidashi_loans counter - 1",
            "kashidashi_part_trouble gauge - 2",
            "kashidashi_queue_oldest_seconds gauge seconds 1",
            "kashidashi_queue_waiting gauge - 1",
            "kashidashi_refusals counter - 1",
            "kashidashi_service_mode gauge - 3",
            "kashidashi_temperature_celsius gauge celsius 2"),
        families.stream().sorted().toList());
  }

  /** What a program of Python prints that is given the metrics; empty where it only ends well. */
  private static List<String> answers(String program) throws Exception {
    Process reader = new ProcessBuilder(PYTHON.toString(), "-c", program)
        .redirectErrorStream(true)
        .start();
    try (OutputStream text = reader.getOutputStream()) {
      text.write(new MetricText(new Known(), "k1", "1.0").now());
    } catch (IOException unread) {
      // Whoever does not want it ends without it.
    }
    List<String> lines = reader.inputReader(StandardCharsets.UTF_8).readAllLines();
    reader.waitFor();
    return lines;
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

  /** Whoever collects may hang at any point: nothing waits for it longer than the limit. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "HTTP/1.1 200",
        "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:9/\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 1000000000\r\n\r\n",
        "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\n\r\n"
      })
  void collectorThatHangsHoldsUpNobody(String says) throws Exception {
    try (ServerSocket collector = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      Thread _ = Thread.ofPlatform().daemon().start(() -> hang(collector, says));
      URI address = URI.create("http://127.0.0.1:%d/".formatted(collector.getLocalPort()));
      try (MetricReport report = new MetricReport(
          new MetricText(new Known(), "k1", "1.0"),
          Optional.empty(),
          Optional.of(address),
          Duration.ofMillis(300))) {
        report.tell();
        int threads = Thread.activeCount();
        long begin = System.nanoTime();
        for (int times = 0; times < 5; times++) {
          report.tell();
        }
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        assertTrue(took.toSeconds() < 15, took.toString());
        assertTrue(Thread.activeCount() <= threads + 2, "threads grow");
      }
    }
  }

  /** Takes every caller, says the beginning of an answer, and never more. */
  private static void hang(ServerSocket collector, String says) {
    try (Closer callers = new Closer(new ArrayList<>())) {
      while (true) {
        Socket caller = collector.accept();
        callers.open().add(caller);
        caller.getOutputStream().write(says.getBytes(StandardCharsets.US_ASCII));
      }
    } catch (IOException end) {
      // The test is over.
    }
  }

  private record Closer(List<Socket> open) implements AutoCloseable {
    @Override
    public void close() throws IOException {
      for (Socket socket : open) {
        socket.close();
      }
    }
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

  /**
   * By the format's own grammar: families one after the other, each begun by what it is, names that
   * fit the type and the unit, and the mark of the end.
   */
  private static Map<String, Double> parsed(String text) {
    assertTrue(text.endsWith("# EOF\n"), text);
    assertEquals(text.length() - "# EOF\n".length(), text.indexOf("# EOF\n"), text);
    Map<String, Double> samples = new TreeMap<>();
    Map<String, String> families = new HashMap<>();
    String family = "";
    for (String line : text.lines().toList()) {
      Matcher described = DESCRIPTION.matcher(line);
      if (described.matches() && described.group(1).equals("TYPE")) {
        family = described.group(2);
        assertTrue(families.put(family, described.group(3)) == null, "twice: " + line);
      } else if (described.matches()) {
        assertEquals(family, described.group(2), line);
        assertTrue(family.endsWith("_" + described.group(3)), line);
      } else if (line.startsWith("# ")) {
        assertTrue(line.equals("# EOF") || line.startsWith("# HELP " + family + " "), line);
      } else {
        Matcher sample = SAMPLE.matcher(line);
        assertTrue(sample.matches(), line);
        String ending = switch (Objects.requireNonNull(families.get(family), line)) {
          case "gauge" -> "";
          case "counter" -> "_total";
          case "info" -> "_info";
          default -> throw new AssertionError(line);
        };
        assertEquals(family + ending, sample.group(1), line);
        String name = line.substring(0, line.lastIndexOf(' '));
        double value = Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1));
        assertTrue(samples.put(name, value) == null, line);
      }
    }
    return samples;
  }
}

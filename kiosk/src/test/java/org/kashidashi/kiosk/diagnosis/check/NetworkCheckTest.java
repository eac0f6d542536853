package org.kashidashi.kiosk.diagnosis.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kashidashi.kiosk.diagnosis.Cause;
import org.kashidashi.kiosk.diagnosis.Condition;
import org.kashidashi.kiosk.diagnosis.Fact;
import org.kashidashi.kiosk.diagnosis.Part;
import org.kashidashi.kiosk.diagnosis.Subject;
import org.kashidashi.kiosk.diagnosis.facts.Board;
import org.kashidashi.kiosk.diagnosis.facts.Interfaces;
import org.kashidashi.kiosk.diagnosis.facts.Machine;
import org.kashidashi.sync.circulation.ClockState;
import org.kashidashi.sync.ils.Circuit;
import org.kashidashi.sync.ils.central.CentralExchange;
import org.kashidashi.sync.ils.central.CentralProbe;
import org.kashidashi.sync.ils.central.CentralSettings;
import org.kashidashi.sync.store.StoreSettings;

/** From the cable to the answer, the first thing that is wrong is the one that is told. */
@Timeout(60)
final class NetworkCheckTest {
  private static final Instant NOW = Instant.parse("2026-11-20T05:05:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneId.of("Asia/Tokyo"));

  /** Reserved for documents (RFC 5737): nothing is sent there before the cable was looked at. */
  private static final URI FAR = URI.create("https://192.0.2.1");

  @TempDir
  private Path folder;

  private ServerSocket server;
  private volatile String date = "Fri, 20 Nov 2026 05:05:30 GMT";
  private volatile String body = "{}";
  private volatile int status = 200;
  private Duration took = Duration.ofMillis(20);
  private Optional<Instant> identityEnd = Optional.empty();

  @BeforeEach
  void listen() throws IOException {
    server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread _ = Thread.ofPlatform().daemon().start(this::serve);
  }

  @AfterEach
  void close() throws IOException {
    server.close();
  }

  /** Answers each caller who asks; the JDK's own server tells no time but the real one. */
  private void serve() {
    try {
      while (true) {
        try (Socket caller = server.accept();
            BufferedReader question = new BufferedReader(
                new InputStreamReader(caller.getInputStream(), StandardCharsets.US_ASCII))) {
          String line = question.readLine();
          while (line != null && !line.isEmpty()) {
            line = question.readLine();
          }
          if (line != null) {
            caller.getOutputStream().write(answer().getBytes(StandardCharsets.US_ASCII));
          }
        }
      }
    } catch (IOException end) {
      // The test is over.
    }
  }

  private String answer() {
    return "HTTP/1.1 %d So\r\nDate: %s\r\nContent-Length: %d\r\nConnection: close\r\n\r\n%s"
        .formatted(status, date, body.length(), body);
  }

  @Test
  void centralThatAnswersIsGoodWithAllThatWasMeasured() throws Exception {
    identityEnd = Optional.of(NOW.plus(Duration.ofDays(90)));
    Condition network = asked();
    assertEquals(Part.NETWORK, network.part());
    assertEquals(Cause.NONE, network.cause(), network.toString());
    assertTrue(network.measured().contains(Fact.number(Subject.ANSWER_TIME, 20)));
    assertTrue(network.measured().contains(Fact.number(Subject.TIME_OFF, -30)));
    assertTrue(network.measured().contains(Fact.number(Subject.IDENTITY_DAYS, 90)));
    assertTrue(network.measured().contains(Fact.text(Subject.ADDRESS, "127.0.0.1")));
  }

  @Test
  void cableThatIsOutIsTold() throws Exception {
    assertEquals(Cause.LINK_DOWN, run(FAR, NetworkCheckTest::unasked).cause());
  }

  @Test
  void linkWithoutAnAddressIsTold() throws Exception {
    carrier();
    Condition network = run(FAR, NetworkCheckTest::unasked);
    assertEquals(Cause.NO_ADDRESS, network.cause());
    assertEquals(Part.NETWORK, network.part());
  }

  /** A name that never is one (RFC 6761), so whoever is asked, nobody knows it. */
  @Test
  void nameThatNobodyKnowsIsTold() throws Exception {
    carrier();
    Files.createFile(folder.resolve("eth0/address"));
    Condition network = run(URI.create("https://central.invalid"), NetworkCheckTest::unasked);
    assertEquals(Cause.NAME_NOT_FOUND, network.cause());
    assertEquals(Part.NETWORK, network.part());
  }

  @Test
  void portThatNobodyListensOnIsTold() throws Exception {
    int port;
    try (ServerSocket freed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = freed.getLocalPort();
    }
    Condition network = run(URI.create("http://127.0.0.1:" + port), NetworkCheckTest::unasked);
    assertEquals(Cause.CENTRAL_NOT_REACHED, network.cause());
    assertEquals(Part.CENTRAL, network.part());
  }

  @ParameterizedTest
  @CsvSource({"400, CENTRAL_REFUSES", "500, CENTRAL_NOT_REACHED"})
  void answerThatIsNoneIsTold(int status, Cause cause) throws Exception {
    this.status = status;
    this.body = "{\"error\":{\"code\":\"malformed\",\"message\":\"\"}}";
    Condition network = asked();
    assertEquals(cause, network.cause(), network.toString());
    assertEquals(Part.CENTRAL, network.part());
  }

  @Test
  void serverOfAnotherKindIsNotReached() throws Exception {
    body = "<html>Please sign in to the public network</html>";
    assertEquals(Cause.CENTRAL_NOT_REACHED, asked().cause());
  }

  @ParameterizedTest
  @CsvSource({
    "'Fri, 20 Nov 2026 05:03:00 GMT', NONE",
    "'Fri, 20 Nov 2026 05:07:01 GMT', CLOCK_OFF",
    "'Fri, 20 Nov 2026 05:02:59 GMT', CLOCK_OFF",
    "'Thu, 01 Jan 1970 00:00:00 GMT', CLOCK_OFF",
    "'yesterday', NONE"
  })
  void clockIsComparedWithCentrals(String date, Cause cause) throws Exception {
    this.date = date;
    assertEquals(cause, asked().cause());
  }

  @ParameterizedTest
  @CsvSource({"14, IDENTITY_ENDS_SOON", "15, NONE"})
  void certificateThatEndsSoonIsTold(int days, Cause cause) throws Exception {
    identityEnd = Optional.of(NOW.plus(Duration.ofDays(days)));
    assertEquals(cause, asked().cause());
  }

  @Test
  void libraryThatHasClosedTheKioskIsTold() throws Exception {
    body = "{\"closed\":true}";
    Condition network = asked();
    assertEquals(Cause.CLOSED_BY_LIBRARY, network.cause());
    assertEquals(Part.CENTRAL, network.part());
  }

  @ParameterizedTest
  @CsvSource({"1000, NONE", "1001, CENTRAL_SLOW"})
  void answerThatTakesLongIsTold(int milliseconds, Cause cause) throws Exception {
    took = Duration.ofMillis(milliseconds);
    assertEquals(cause, asked().cause());
  }

  /** What only a line by TLS can bring, told by the probe; its own tests are in sync. */
  @ParameterizedTest
  @CsvSource({
    "NOT_ENROLLED, IDENTITY, NOT_ENROLLED",
    "REVOKED, IDENTITY, IDENTITY_REVOKED",
    "EXPIRED, IDENTITY, IDENTITY_EXPIRED",
    "NOT_TRUSTED, CENTRAL, CENTRAL_NOT_TRUSTED"
  })
  void refusalOfAnIdentityIsTold(CentralProbe.Outcome outcome, Part part, Cause cause)
      throws Exception {
    Condition network = run(
        here(),
        () -> new CentralProbe(outcome, took, Optional.empty(), Optional.empty(), false, "why"));
    assertEquals(cause, network.cause());
    assertEquals(part, network.part());
  }

  private URI here() {
    return URI.create("http://127.0.0.1:" + server.getLocalPort());
  }

  private void carrier() throws IOException {
    Files.createDirectories(folder.resolve("eth0"));
    Files.writeString(folder.resolve("eth0/carrier"), "1\n");
  }

  private Condition asked() throws Exception {
    AtomicLong nanos = new AtomicLong();
    LongSupplier ticking = () -> nanos.getAndAdd(took.toNanos());
    CentralExchange exchange = new CentralExchange(
        CentralSettings.of(here(), "k1"), new Circuit(CLOCK, Duration.ofSeconds(5)));
    try {
      return run(here(), () -> exchange.probe(ticking));
    } finally {
      exchange.close();
    }
  }

  private static CentralProbe unasked() {
    throw new AssertionError("asked before the line was looked at");
  }

  private Condition run(URI address, Supplier<CentralProbe> probe) throws InterruptedException {
    Interfaces interfaces = new Interfaces(
        folder,
        name -> Optional.of("192.0.2.7")
            .filter(_ -> Files.exists(folder.resolve(name).resolve("address"))));
    Machine machine = new Machine(
        CLOCK,
        () -> ClockState.SYNCED,
        StoreSettings.of(folder.resolve("kiosk.db"), "k1"),
        new Machine.Central(address, true, probe, () -> identityEnd),
        interfaces,
        new Board(folder, folder),
        () -> Condition.good(Part.CONFIGURATION),
        "1.0");
    return new NetworkCheck(machine).run(_ -> {});
  }
}

package org.kashidashi.sync.ils.central;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.net.URI;
import java.nio.file.Path;
import java.security.ProviderException;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.OkHttpClient;
import org.awaitility.Awaitility;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kashidashi.sync.TurnableClock;
import org.kashidashi.sync.circulation.ClockState;
import org.kashidashi.sync.ils.Circuit;
import org.kashidashi.sync.ils.central.identity.CertainTime;
import org.kashidashi.sync.ils.central.identity.IdentityFile;
import org.kashidashi.sync.ils.central.identity.KioskIdentity;
import org.kashidashi.sync.ils.central.identity.TestAuthority;

/** What the line by mutual TLS makes of servers and answers that the real central never gives. */
@Timeout(120)
final class IdentifiedExchangeTest {
  private static final TestAuthority AUTHORITY = new TestAuthority("lib");
  private static final Duration BUDGET = Duration.ofSeconds(20);
  private static final Duration PAUSE = Duration.ofSeconds(5);
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final String PATH = "/v1/operations";

  @TempDir
  Path state = Path.of("");

  private final TurnableClock clock = new TurnableClock();
  private final AtomicLong nanos = new AtomicLong();
  private final MockWebServer server = new MockWebServer();

  @SuppressWarnings("NullAway.Init")
  private IdentityFile file;

  @SuppressWarnings("NullAway.Init")
  private CentralExchange exchange;

  @BeforeEach
  void enrol() throws Exception {
    file = new IdentityFile(state);
    file.enrol(AUTHORITY.identity("k1", TurnableClock.START));
  }

  @AfterEach
  void close() {
    exchange.close();
    server.close();
  }

  @Test
  void showsTheNewCertificateOnceTheFileIsAnother() throws Exception {
    start(AUTHORITY);
    answer(200, "{}");
    answer(200, "{}");
    answer(200, "{}");
    assertInstanceOf(CentralAnswer.Ok.class, ask());
    assertInstanceOf(CentralAnswer.Ok.class, ask());

    file.enrol(AUTHORITY.identity("k1", TurnableClock.START));
    assertInstanceOf(CentralAnswer.Ok.class, ask());

    Certificate first = shown();
    assertEquals(first, shown());
    assertNotEquals(first, shown());
  }

  @Test
  void newIdentityDoesNotDropWhatIsUnderWay() throws Exception {
    CountDownLatch arrived = new CountDownLatch(1);
    CountDownLatch replaced = new CountDownLatch(1);
    AtomicInteger count = new AtomicInteger();
    start(AUTHORITY);
    server.setDispatcher(new Dispatcher() {
      @Override
      public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
        if (count.incrementAndGet() == 1) {
          arrived.countDown();
          replaced.await();
        }
        return new MockResponse.Builder().body("{}").build();
      }
    });
    CompletableFuture<CentralAnswer> slow = CompletableFuture.supplyAsync(this::ask);
    arrived.await();

    file.enrol(AUTHORITY.identity("k1", TurnableClock.START));
    assertInstanceOf(CentralAnswer.Ok.class, ask());
    replaced.countDown();

    assertInstanceOf(CentralAnswer.Ok.class, slow.join());
  }

  @Test
  void identityOfAnotherKioskIsNotShown() throws Exception {
    start(AUTHORITY);
    file.enrol(AUTHORITY.identity("k2", TurnableClock.START));

    String reason = assertInstanceOf(CentralAnswer.None.class, ask()).reason();

    assertTrue(reason.contains("of kiosk 'k2', this is kiosk 'k1'"), reason);
    assertEquals(0, server.getRequestCount());
  }

  @Test
  void serverOfAnotherAuthorityHearsNothing() throws Exception {
    start(new TestAuthority("lib"));

    String reason = assertInstanceOf(CentralAnswer.None.class, ask()).reason();

    assertTrue(reason.contains("enrol this kiosk again"), reason);
    assertEquals(0, server.getRequestCount());
  }

  @Test
  void serverOfAnotherNameHearsNothing() throws Exception {
    server.useHttps(
        AUTHORITY.server(TurnableClock.START, "127.0.0.2", KeyPurposeId.id_kp_serverAuth));
    open(ClockState.UNKNOWN);

    String reason = assertInstanceOf(CentralAnswer.None.class, ask()).reason();

    assertTrue(reason.contains("not for the name in central.url"), reason);
    assertEquals(0, server.getRequestCount());
  }

  /** Another kiosk, with its own good certificate, must not pass for central. */
  @Test
  void serverWithTheCertificateOfAKioskHearsNothing() throws Exception {
    server.useHttps(
        AUTHORITY.server(TurnableClock.START, "127.0.0.1", KeyPurposeId.id_kp_clientAuth));
    open(ClockState.UNKNOWN);

    String reason = assertInstanceOf(CentralAnswer.None.class, ask()).reason();

    assertTrue(reason.contains("not for this purpose"), reason);
    assertEquals(0, server.getRequestCount());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<html>proxy</html>",
        "{\"error\":{\"code\":\"unheard_of\",\"message\":\"\"}}",
        "{\"error\":{\"code\":\"kiosk_revoked \",\"message\":\"\"}}"
      })
  void otherForbiddenAnswersDoNotMakeTheKioskWait(String body) throws Exception {
    start(AUTHORITY);
    answer(403, body);
    answer(200, "{}");

    assertInstanceOf(CentralAnswer.None.class, ask());

    assertInstanceOf(CentralAnswer.Ok.class, ask());
  }

  @ParameterizedTest
  @ValueSource(strings = {"certificate_needed", "kiosk_revoked", "kiosk_mismatch"})
  void refusedIdentityIsNoWordAboutALoanAndNotShownAgainForAWhile(String code) throws Exception {
    start(AUTHORITY);
    answer(403, "{\"error\":{\"code\":\"%s\",\"message\":\"\"}}".formatted(code));
    answer(200, "{}");

    assertInstanceOf(CentralAnswer.None.class, ask());
    assertInstanceOf(CentralAnswer.None.class, ask());
    assertInstanceOf(CentralAnswer.None.class, exchange.ask("/v1/health"));
    assertEquals(1, server.getRequestCount());

    nanos.addAndGet(Duration.ofHours(1).toNanos());
    assertInstanceOf(CentralAnswer.Ok.class, ask());
  }

  @Test
  void probeTellsHowCentralAnswersAndUntilWhenItCan() throws Exception {
    start(AUTHORITY);
    server.enqueue(new MockResponse.Builder()
        .addHeader("Date", "Fri, 20 Nov 2026 05:04:00 GMT")
        .body("{\"closed\":true}")
        .build());

    CentralProbe probe = exchange.probe(ticking(Duration.ofMillis(1_500)));

    assertEquals(CentralProbe.Outcome.ANSWERED, probe.outcome(), probe.reason());
    assertEquals(Duration.ofMillis(1_500), probe.took());
    assertEquals(Optional.of(Instant.parse("2026-11-20T05:04:00Z")), probe.said());
    assertTrue(probe.centralUntil().orElseThrow().isAfter(TurnableClock.START));
    assertTrue(probe.closed());
    assertTrue(exchange.identityEnd().orElseThrow().isAfter(TurnableClock.START));
  }

  @ParameterizedTest
  @CsvSource({
    "403, kiosk_revoked, REVOKED",
    "403, certificate_expired, EXPIRED",
    "403, kiosk_mismatch, REFUSED",
    "403, certificate_needed, REFUSED",
    "400, malformed, REFUSED",
    "500, internal, NOT_REACHED"
  })
  void probeTellsWhyCentralRefuses(int status, String code, CentralProbe.Outcome outcome)
      throws Exception {
    start(AUTHORITY);
    answer(status, "{\"error\":{\"code\":\"%s\",\"message\":\"\"}}".formatted(code));

    CentralProbe probe = exchange.probe(nanos::get);

    assertEquals(outcome, probe.outcome(), probe.reason());
  }

  @Test
  void probeTellsThatSomebodyElseAnswers() throws Exception {
    start(new TestAuthority("lib"));

    assertEquals(CentralProbe.Outcome.NOT_TRUSTED, exchange.probe(nanos::get).outcome());
  }

  @Test
  void probeTellsThatThereIsNoIdentityToShow() throws Exception {
    start(AUTHORITY);
    file.enrol(AUTHORITY.identity("k2", TurnableClock.START));

    assertEquals(CentralProbe.Outcome.NOT_ENROLLED, exchange.probe(nanos::get).outcome());
    assertEquals(Optional.empty(), exchange.identityEnd());
    assertEquals(0, server.getRequestCount());
  }

  @Test
  void probeTellsThatNobodyAnswers() throws Exception {
    start(AUTHORITY);
    server.close();

    assertEquals(CentralProbe.Outcome.NOT_REACHED, exchange.probe(nanos::get).outcome());
  }

  @Test
  void renewalIsTriedOnceAMinuteAndMoreSeldomAfterRefusals() throws Exception {
    AtomicInteger renewals = new AtomicInteger();
    start(AUTHORITY);
    server.setDispatcher(new Dispatcher() {
      @Override
      public MockResponse dispatch(RecordedRequest request) {
        if (request.getUrl().encodedPath().equals(PATH)) {
          return new MockResponse.Builder()
              .addHeader("Kashidashi-Renew", "yes")
              .body("{}")
              .build();
        }
        renewals.incrementAndGet();
        return new MockResponse.Builder()
            .code(400)
            .body("{\"error\":{\"code\":\"malformed\",\"message\":\"\"}}")
            .build();
      }
    });
    int expected = 1;
    for (int minutes : new int[] {2, 4, 8, 16, 32, 60, 60}) {
      int wanted = expected;
      Awaitility.await().until(() -> {
        ask();
        return renewals.get() == wanted;
      });
      nanos.addAndGet(MINUTE.multipliedBy(minutes).minusSeconds(1).toNanos());
      for (int time = 0; time < 3; time++) {
        assertInstanceOf(CentralAnswer.Ok.class, ask());
      }
      assertEquals(wanted, renewals.get(), "within " + minutes + " min");
      nanos.addAndGet(Duration.ofSeconds(1).toNanos());
      expected++;
    }
  }

  @Test
  void mistakeInARenewalIsNotMadeAgainWithEveryCall() throws Exception {
    start(AUTHORITY);
    AtomicInteger tries = new AtomicInteger();
    SecureRandom broken = new SecureRandom() {
      private static final long serialVersionUID = 1L;

      @Override
      public void nextBytes(byte[] bytes) {
        tries.incrementAndGet();
        throw new IllegalStateException("a mistake, made for the test");
      }
    };
    CertainTime time = new CertainTime(clock, () -> ClockState.UNKNOWN);
    IdentityRenewal renewal = new IdentityRenewal(
        CentralSettings.of(URI.create("https://127.0.0.1:1"), "k1"),
        new Credentials(file, time, nanos::get, broken),
        Runnable::run);
    KioskIdentity identity = file.read().orElseThrow();
    OkHttpClient client = new OkHttpClient();
    renewal.wish(identity);
    assertThrows(ProviderException.class, () -> renewal.consider(identity, client));

    renewal.consider(identity, client);

    assertEquals(1, tries.get());
    nanos.addAndGet(MINUTE.multipliedBy(2).toNanos());
    assertThrows(ProviderException.class, () -> renewal.consider(identity, client));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"certificate\":\"AAAA\",\"authority\":\"AAAA\"}",
        "{\"certificate\":\"*\",\"authority\":\"AAAA\"}",
        "{\"certificate\":7,\"authority\":7}"
      })
  void unfitAnswerToARenewalLeavesTheOldIdentity(String answer) throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    start(AUTHORITY);
    server.setDispatcher(new Dispatcher() {
      @Override
      public MockResponse dispatch(RecordedRequest request) {
        if (request.getUrl().encodedPath().equals(PATH)) {
          return new MockResponse.Builder()
              .addHeader("Kashidashi-Renew", "yes")
              .body("{}")
              .build();
        }
        asked.countDown();
        return new MockResponse.Builder().body(answer).build();
      }
    });
    var before = file.stamp();

    assertInstanceOf(CentralAnswer.Ok.class, ask());
    asked.await();

    assertInstanceOf(CentralAnswer.Ok.class, ask());
    assertEquals(before, file.stamp());
  }

  @Test
  void neverSpeaksInClearWithCredentialsNorByTlsWithout() throws Exception {
    start(AUTHORITY);
    CentralSettings clear = CentralSettings.of(URI.create("http://127.0.0.1:1"), "k1");
    Circuit circuit = new Circuit(clock, PAUSE);

    assertThrows(
        IllegalArgumentException.class,
        () -> new CentralExchange(clear, circuit, credentials(ClockState.SYNCED)));
    assertThrows(
        IllegalArgumentException.class,
        () -> new CentralExchange(
            CentralSettings.of(URI.create("https://127.0.0.1:1"), "k1"), circuit));
  }

  /** Runs on by so much between two looks. */
  private LongSupplier ticking(Duration step) {
    return () -> nanos.getAndAdd(step.toNanos());
  }

  private void start(TestAuthority authority) throws Exception {
    server.useHttps(authority.server(TurnableClock.START));
    server.requestClientAuth();
    open(ClockState.UNKNOWN);
  }

  private void open(ClockState clockState) throws Exception {
    server.start();
    exchange = new CentralExchange(
        new CentralSettings(
            URI.create("https://127.0.0.1:" + server.getPort()), "k1", BUDGET, BUDGET),
        new Circuit(clock, PAUSE),
        credentials(clockState));
  }

  private Credentials credentials(ClockState clockState) {
    return new Credentials(
        file, new CertainTime(clock, () -> clockState), nanos::get, new SecureRandom());
  }

  private CentralAnswer ask() {
    return exchange.deliver(PATH, new JsonObject());
  }

  private Certificate shown() throws InterruptedException {
    List<Certificate> chain =
        Objects.requireNonNull(server.takeRequest().getHandshake()).peerCertificates();
    return chain.getFirst();
  }

  private void answer(int status, String body) {
    server.enqueue(new MockResponse.Builder().code(status).body(body).build());
  }
}

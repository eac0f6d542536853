package org.kashidashi.sync.ils.central;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kashidashi.sync.TurnableClock;
import org.kashidashi.sync.circulation.ClockState;
import org.kashidashi.sync.circulation.Item;
import org.kashidashi.sync.circulation.ItemBarcode;
import org.kashidashi.sync.circulation.ItemClass;
import org.kashidashi.sync.circulation.ItemFacts;
import org.kashidashi.sync.circulation.PatronId;
import org.kashidashi.sync.ils.Circuit;
import org.kashidashi.sync.ils.Delivery;
import org.kashidashi.sync.ils.IlsReply;
import org.kashidashi.sync.outbox.IdempotencyKey;
import org.kashidashi.sync.outbox.OutboxEntry;

/** What the connector makes of a central that is slow, broken, or not central at all. */
final class CentralFaultsTest {
  private static final PatronId PATRON = new PatronId("9999900001");
  private static final ItemBarcode ITEM = new ItemBarcode("1000000001");
  private static final Duration PAUSE = Duration.ofSeconds(5);
  private static final int FUZZ_ROUNDS = 400;
  private static final long FUZZ_SEED = 4711;

  private static final String STANDING =
      "{\"outcome\":\"FOUND\",\"standing\":{\"patron\":\"9999900001\",\"expires\":\"2027-03-31\","
          + "\"renewal\":\"AUTOMATIC\",\"blocks\":[],\"loansOut\":3,\"loanLimit\":30,"
          + "\"loanDays\":15,\"new\":[1]}}";

  private final TurnableClock clock = new TurnableClock();
  private final MockWebServer server = new MockWebServer();

  @SuppressWarnings("NullAway.Init")
  private CentralExchange exchange;

  @SuppressWarnings("NullAway.Init")
  private CentralConnector connector;

  @BeforeEach
  void startServer() throws Exception {
    server.start();
    exchange = exchange(Duration.ofMillis(1500));
    connector = new CentralConnector(exchange, clock);
  }

  @AfterEach
  void closeServer() {
    exchange.close();
    server.close();
  }

  @Test
  void ignoresMembersThatItDoesNotKnow() {
    answer(200, STANDING);

    assertInstanceOf(IlsReply.Found.class, connector.patron(PATRON));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "7",
        "{",
        "{}{}",
        "{'outcome':'UNKNOWN'}",
        "{\"outcome\":null}",
        "{\"outcome\":\"found\"}",
        "{\"outcome\":[\"FOUND\"]}",
        "{\"outcome\":\"FOUND\"}",
        "{\"outcome\":\"FOUND\",\"standing\":[]}",
        "<html>please log in</html>",
      })
  void malformedAnswerIsNoAnswer(String body) {
    answer(200, body);

    assertInstanceOf(IlsReply.Unreachable.class, connector.patron(PATRON));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"9999900001\"|\"9999900002\"",
        "\"2027-03-31\"|\"2027-02-31\"",
        "\"2027-03-31\"|20270331",
        "\"AUTOMATIC\"|\"SOMETIMES\"",
        "[],|[\"UNHEARD\"],",
        "[],|[7],",
        "[],|{},",
        ":3,|:-1,",
        ":3,|:1e999999999,",
        ":3,|:3.5,",
        ":3,|:\"3\",",
        ":15,|:0,",
        ":15,|:100000,",
      })
  void valueOutOfRangeIsNoAnswer(String change) {
    String[] parts = change.split("\\|", -1);
    String body = STANDING.replace(parts[0], parts[1]);
    assertTrue(!body.equals(STANDING), change);
    answer(200, body);

    IlsReply<?> reply = connector.patron(PATRON);

    String reason = assertInstanceOf(IlsReply.Unreachable.class, reply).reason();
    assertTrue(!reason.contains("99999"), reason);
  }

  @Test
  void answerWithoutEndIsNotReadToTheEnd() {
    server.enqueue(new MockResponse.Builder()
        .body(new Buffer().write(new byte[300 * 1024]))
        .build());

    assertInstanceOf(IlsReply.Unreachable.class, connector.patron(PATRON));
  }

  @Test
  void deeplyNestedAnswerIsNoAnswer() {
    answer(200, "{\"outcome\":" + "[".repeat(100_000));

    assertInstanceOf(IlsReply.Unreachable.class, connector.patron(PATRON));
  }

  @Test
  void randomlyDamagedAnswersNeverThrow() {
    Random random = new Random(FUZZ_SEED);
    byte[] sound = STANDING.getBytes(StandardCharsets.UTF_8);
    for (int round = 0; round < FUZZ_ROUNDS; round++) {
      byte[] damaged = sound.clone();
      int hits = 1 + random.nextInt(4);
      for (int hit = 0; hit < hits; hit++) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }
      server.enqueue(
          new MockResponse.Builder().body(new Buffer().write(damaged)).build());
      clock.turn(PAUSE);

      assertInstanceOf(IlsReply.class, connector.patron(PATRON), "seed " + FUZZ_SEED);
    }
    assertEquals(FUZZ_ROUNDS, server.getRequestCount());
  }

  @Test
  void titleLosesWhatCouldSteerAScreenOrAPrinter() {
    answer(
        200,
        "{\"outcome\":\"FOUND\",\"item\":{\"barcode\":\"1000000001\",\"title\":\"\\u001b[2J本\\u202e"
            + "\\n"
            + "あ".repeat(300)
            + "\",\"class\":\"STANDARD\",\"status\":\"AVAILABLE\"}}");

    IlsReply<ItemFacts> reply = connector.item(ITEM, PATRON);

    IlsReply.Found<?> found = assertInstanceOf(IlsReply.Found.class, reply);
    Item item = assertInstanceOf(ItemFacts.class, found.value()).item();
    assertEquals(ItemClass.STANDARD, item.itemClass());
    assertEquals("[2J本  " + "あ".repeat(193), item.title());
  }

  @Test
  void silenceEndsWithTheBudget() {
    use(Duration.ofMillis(100));
    server.enqueue(
        new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build());

    assertInstanceOf(IlsReply.Unreachable.class, connector.patron(PATRON));
  }

  @Test
  void connectionCutInTheAnswerIsNoAnswer() {
    server.enqueue(new MockResponse.Builder()
        .body(STANDING)
        .onResponseBody(new SocketEffect.CloseSocket())
        .build());

    assertInstanceOf(IlsReply.Unreachable.class, connector.patron(PATRON));
  }

  @Test
  void knownOutageIsNotWaitedForUntilThePauseIsOver() {
    answer(503, "");
    assertInstanceOf(IlsReply.Unreachable.class, connector.patron(PATRON));
    assertInstanceOf(IlsReply.Unreachable.class, connector.patron(PATRON));
    assertEquals(1, server.getRequestCount());

    clock.turn(PAUSE);
    answer(200, STANDING);

    assertInstanceOf(IlsReply.Found.class, connector.patron(PATRON));
  }

  @Test
  void deliveryIsSentDuringAnOutageAndEndsItWhenAnswered() {
    answer(503, "");
    connector.patron(PATRON);
    answer(200, results("ACCEPTED"));

    assertInstanceOf(Delivery.Answered.class, connector.deliver(List.of(entry())));

    answer(200, STANDING);
    assertInstanceOf(IlsReply.Found.class, connector.patron(PATRON));
  }

  @Test
  void overloadedServersWishIsPassedOn() {
    server.enqueue(
        new MockResponse.Builder().code(429).addHeader("Retry-After", "120").build());

    Delivery delivery = connector.deliver(List.of(entry()));

    assertEquals(
        Optional.of(Duration.ofMinutes(2)),
        assertInstanceOf(Delivery.NotAnswered.class, delivery).retryAfter());
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 413, 422})
  void batchThatCentralItselfCallsWrongIsRefused(int status) {
    answer(status, "{\"error\":{\"code\":\"MALFORMED\",\"message\":\"no\"}}");

    assertEquals(new Delivery.Refused(status + " MALFORMED"), connector.deliver(List.of(entry())));
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 400, 401, 403, 404, 408, 409, 413, 422, 425, 429, 500, 502, 503})
  void whatIsNotCentralsOwnWordIsAnUnknownOutcome(int status) {
    answer(status, "<html>proxy</html>");

    assertInstanceOf(Delivery.NotAnswered.class, connector.deliver(List.of(entry())));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"results\":[]}",
        "{\"results\":{}}",
        "{\"results\":[{\"key\":\"another\",\"outcome\":\"ACCEPTED\"}]}",
        "{\"results\":[{\"key\":\"k1.0123456789abcdef.1.1\",\"outcome\":\"LOST\"}]}",
        "{\"results\":[{\"key\":\"k1.0123456789abcdef.1.1\",\"outcome\":\"REJECTED\"}]}",
      })
  void resultsThatDoNotFitAreAnUnknownOutcome(String body) {
    answer(200, body);

    assertInstanceOf(Delivery.NotAnswered.class, connector.deliver(List.of(entry())));
  }

  private void use(Duration budget) {
    exchange.close();
    exchange = exchange(budget);
    connector = new CentralConnector(exchange, clock);
  }

  private CentralExchange exchange(Duration budget) {
    return new CentralExchange(
        new CentralSettings(server.url("/").uri(), "k1", budget, budget),
        new Circuit(clock, PAUSE));
  }

  private void answer(int status, String body) {
    server.enqueue(new MockResponse.Builder().code(status).body(body).build());
  }

  private static String results(String outcome) {
    return "{\"results\":[{\"key\":\"k1.0123456789abcdef.1.1\",\"outcome\":\"%s\"}]}"
        .formatted(outcome);
  }

  private static OutboxEntry entry() {
    return new OutboxEntry(
        new IdempotencyKey("k1", "0123456789abcdef", 1, 1),
        OutboxEntry.SCHEMA,
        PATRON,
        ITEM,
        TurnableClock.START,
        ClockState.RTC,
        Optional.of(LocalDate.parse("2026-12-05")),
        Set.of(),
        Optional.empty());
  }
}

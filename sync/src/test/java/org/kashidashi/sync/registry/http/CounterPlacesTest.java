package org.kashidashi.sync.registry.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kashidashi.sync.TurnableClock;
import org.kashidashi.sync.ils.Circuit;
import org.kashidashi.sync.ils.central.CentralExchange;
import org.kashidashi.sync.ils.central.CentralSettings;
import org.kashidashi.sync.registry.counter.CounterRefusal;
import org.kashidashi.sync.registry.counter.CounterReply;
import org.kashidashi.sync.registry.counter.LinkChallenge;
import org.kashidashi.sync.registry.counter.StaffName;
import org.kashidashi.sync.registry.counter.StaffRole;
import org.kashidashi.sync.registry.counter.StaffTicket;

/** What a refusal says of other sites comes from outside, like the rest of it. */
final class CounterPlacesTest {
  private static final StaffTicket TICKET =
      new StaffTicket(new StaffName("all"), Set.of(StaffRole.REGISTRATION), "0".repeat(32));

  private final MockWebServer server = new MockWebServer();

  @SuppressWarnings("NullAway.Init")
  private CentralExchange exchange;

  @BeforeEach
  void startServer() throws Exception {
    server.start();
    exchange = new CentralExchange(
        CentralSettings.of(server.url("/").uri(), "c1"),
        new Circuit(new TurnableClock(), Duration.ofSeconds(5)));
  }

  @AfterEach
  void closeServer() {
    exchange.close();
    server.close();
  }

  @Test
  void namesTheSitesWhereItIsDone() {
    assertEquals(
        new CounterReply.Refused<LinkChallenge>(
            CounterRefusal.NOT_AT_THIS_SITE, List.of("中央図書館 (9-19)", "駅前")),
        refusedWith("[\"中央図書館 (9-19)\", \"駅前\"]"));
    assertEquals(
        new CounterReply.Refused<LinkChallenge>(CounterRefusal.NOT_AT_THIS_SITE),
        refusedWith("null"));
  }

  static List<String> lists() {
    return List.of(
        "\"中央図書館\"",
        "[1]",
        "[{}]",
        "[\"" + "x".repeat(501) + "\"]",
        "[" + "\"x\",".repeat(200) + "\"x\"]");
  }

  @ParameterizedTest
  @MethodSource("lists")
  void believesNothingOfAnAnswerWithAListGoneWrong(String places) {
    assertInstanceOf(CounterReply.Unreachable.class, refusedWith(places));
  }

  private CounterReply<LinkChallenge> refusedWith(String places) {
    server.enqueue(
        new MockResponse.Builder().code(409).body("""
            {"error":{"code":"NOT_AT_THIS_SITE","message":"m","places":%s}}""".formatted(places)).build());
    return new HttpCounterRegistry(exchange, new TurnableClock()).challenge(TICKET);
  }
}

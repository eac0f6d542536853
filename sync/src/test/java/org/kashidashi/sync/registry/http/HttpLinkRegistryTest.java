package org.kashidashi.sync.registry.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kashidashi.sync.TurnableClock;
import org.kashidashi.sync.circulation.PatronId;
import org.kashidashi.sync.ils.Circuit;
import org.kashidashi.sync.ils.central.CentralExchange;
import org.kashidashi.sync.ils.central.CentralSettings;
import org.kashidashi.sync.registry.CardKey;
import org.kashidashi.sync.registry.IdentifierKind;
import org.kashidashi.sync.registry.LinkAnswer;
import org.kashidashi.sync.registry.PersonIdentifier;

final class HttpLinkRegistryTest {
  private static final PersonIdentifier PERSON =
      new PersonIdentifier(IdentifierKind.USER_IDENTIFIER, "TEST-USER-0001");

  private final MockWebServer server = new MockWebServer();

  @SuppressWarnings("NullAway.Init")
  private CentralExchange exchange;

  @SuppressWarnings("NullAway.Init")
  private HttpLinkRegistry registry;

  @BeforeEach
  void startServer() throws Exception {
    server.start();
    exchange = new CentralExchange(
        CentralSettings.of(server.url("/").uri(), "k1"),
        new Circuit(new TurnableClock(), Duration.ofSeconds(5)));
    registry = new HttpLinkRegistry(exchange);
  }

  @AfterEach
  void closeServer() {
    exchange.close();
    server.close();
  }

  @Test
  void asksInTheBodyAndNeverInTheAddress() throws Exception {
    answer("{\"outcome\":\"LINKED\",\"patron\":\"9999900001\"}");

    assertEquals(
        new LinkAnswer.Linked(new PatronId("9999900001"), Optional.empty()), registry.find(PERSON));

    RecordedRequest request = server.takeRequest();
    assertEquals("/v1/link-lookups", request.getUrl().encodedPath());
    assertEquals(
        "{\"kind\":\"USER_IDENTIFIER\",\"identifier\":\"TEST-USER-0001\"}",
        Objects.requireNonNull(request.getBody()).utf8());
  }

  @Test
  void takesTheCardsKeyWhereOneWasRecorded() {
    answer("{\"outcome\":\"LINKED\",\"patron\":\"9999900001\",\"card_key\":\"AwQ=\"}");

    assertEquals(
        new LinkAnswer.Linked(
            new PatronId("9999900001"), Optional.of(new CardKey(new byte[] {3, 4}))),
        registry.find(PERSON));
  }

  @Test
  void tellsNotLinkedFromReissued() {
    answer("{\"outcome\":\"NOT_LINKED\"}");
    answer("{\"outcome\":\"REISSUED\"}");

    assertEquals(new LinkAnswer.NotLinked(), registry.find(PERSON));
    assertEquals(new LinkAnswer.Reissued(), registry.find(PERSON));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"outcome\":\"LINKED\"}",
        "{\"outcome\":\"LINKED\",\"patron\":\"1 2\"}",
        "{\"outcome\":\"LINKED\",\"patron\":7}",
        "{\"outcome\":\"LINKED\",\"patron\":\"9999900001\",\"card_key\":\"\"}",
        "{\"outcome\":\"LINKED\",\"patron\":\"9999900001\",\"card_key\":\"?\"}",
        "{\"outcome\":\"LINKED\",\"patron\":\"9999900001\",\"card_key\":7}",
        "not json",
      })
  void malformedAnswerIsNoAnswer(String body) {
    answer(body);

    assertInstanceOf(LinkAnswer.Unreachable.class, registry.find(PERSON));
  }

  private void answer(String body) {
    server.enqueue(new MockResponse.Builder().body(body).build());
  }
}

package org.kashidashi.sync.registry.authority;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.StringReader;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map.Entry;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kashidashi.sync.ils.central.identity.TestAuthority;
import org.kashidashi.sync.registry.IdentifierKind;
import org.kashidashi.sync.registry.IdentifierWish;
import org.kashidashi.sync.registry.Introduction;
import org.kashidashi.sync.registry.PersonIdentifier;
import org.kashidashi.sync.registry.PinProof;
import org.kashidashi.sync.registry.PresentedCertificate;
import org.kashidashi.sync.registry.Resolution;
import org.kashidashi.sync.registry.SignatureStanding;
import org.kashidashi.sync.registry.TestCard;
import org.kashidashi.sync.registry.sim.SimulatedAuthority;

final class HttpAuthorityTest {
  private static final Duration LIMIT = Duration.ofSeconds(5);
  private static final PresentedCertificate CERTIFICATE =
      new PresentedCertificate(new byte[] {48, 1, 0}, new byte[0], BigInteger.ONE);
  private static final PinProof PROOF = new PinProof(CERTIFICATE, new byte[32], new byte[256]);
  private static final IdentifierWish WISH = new IdentifierWish(IdentifierKind.MYKEY_ID, true);
  private static final PersonIdentifier PERSON =
      new PersonIdentifier(IdentifierKind.MYKEY_ID, "TEST0001");

  private final MockWebServer server = new MockWebServer();

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "null",
        "[]",
        "\"RESOLVED\"",
        "{}",
        "{} {}",
        "{\"outcome\":null}",
        "{\"outcome\":1}",
        "{\"outcome\":\"SURE\"}",
        "{\"outcome\":\"RESOLVED\"}",
        "{\"outcome\":\"INTRODUCED\"}",
        "{\"outcome\":\"RESOLVED\",\"kind\":\"SERIAL\",\"identifier\":\"TEST0001\"}",
        "{\"outcome\":\"RESOLVED\",\"kind\":\"MYKEY_ID\",\"identifier\":\"\"}",
        "{\"outcome\":\"RESOLVED\",\"kind\":\"MYKEY_ID\",\"identifier\":\"TEST\\u00000001\"}",
        "{\"outcome\":\"RESOLVED\",\"kind\":\"MYKEY_ID\",\"identifier\":\"貸出太郎\"}",
        "{\"outcome\":\"INTRODUCED\",\"kind\":\"USER_IDENTIFIER\",\"identifier\":\"TEST-USER-1\"}",
        "<html>please sign in to this network</html>",
      })
  void takesNothingForAnAnswerThatIsNone(String body) throws Exception {
    try (HttpAuthority authority = serving(new MockResponse.Builder().body(body).build())) {
      assertNoAnswer(authority);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"name\":\"\",\"address\":\"x\",\"birth_date\":\"1980-03-01\"",
        "\"name\":\"a\\nb\",\"address\":\"x\",\"birth_date\":\"1980-03-01\"",
        "\"name\":\"a\\u001b[2Jb\",\"address\":\"x\",\"birth_date\":\"1980-03-01\"",
        "\"name\":\"a\",\"address\":\"x\\u2028y\",\"birth_date\":\"1980-03-01\"",
        "\"name\":\"a\\u200bb\",\"address\":\"x\",\"birth_date\":\"1980-03-01\"",
        "\"name\":\"a\",\"address\":\"x\\u00ady\",\"birth_date\":\"1980-03-01\"",
        "\"name\":\"a\",\"address\":\"\\ufeffy\",\"birth_date\":\"1980-03-01\"",
        "\"name\":\"a\",\"address\":\"x\",\"birth_date\":\"1980-02-30\"",
        "\"name\":\"a\",\"address\":\"x\"",
        "\"name\":\"a\",\"address\":\"x\",\"birth_date\":\"1980-03-01\",\"sex\":\"?\"",
        "\"name\":[\"a\"],\"address\":\"x\",\"birth_date\":\"1980-03-01\"",
      })
  void takesNoPersonThatIsNone(String person) throws Exception {
    String body =
        "{\"outcome\":\"INTRODUCED\",\"kind\":\"MYKEY_ID\",\"identifier\":\"TEST0001\",\"person\":{%s}}"
            .formatted(person);
    try (HttpAuthority authority = serving(new MockResponse.Builder().body(body).build())) {
      Introduction.Unavailable none =
          assertInstanceOf(Introduction.Unavailable.class, authority.introduce(PROOF, WISH));
      assertTrue(none.reason().contains("member '"), none.reason());
    }
  }

  @Test
  void readsNoMoreThanItsLimitOfAnAnswer() throws Exception {
    Buffer endless = new Buffer();
    endless.writeUtf8("{\"outcome\":\"REVOKED\",\"more\":\"");
    endless.writeUtf8("x".repeat(1_000_000));
    endless.writeUtf8("\"}");
    try (HttpAuthority authority =
        serving(new MockResponse.Builder().body(endless).build())) {
      assertNoAnswer(authority);
    }
  }

  @Test
  void survivesAnswerThatIsNestedTooDeep() throws Exception {
    String deep = "{\"outcome\":" + "[".repeat(30_000);
    try (HttpAuthority authority = serving(new MockResponse.Builder().body(deep).build())) {
      assertNoAnswer(authority);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {204, 301, 302, 307, 400, 401, 403, 404, 429, 500, 503})
  void takesEveryOtherStatusForNoAnswer(int status) throws Exception {
    MockResponse response = new MockResponse.Builder()
        .code(status)
        .addHeader("Location", "http://127.0.0.1:9/")
        .build();
    try (HttpAuthority authority = serving(response)) {
      assertNoAnswer(authority);
    }
  }

  @Test
  void waitsNoLongerThanItsLimitForAnAnswerThatTrickles() throws Exception {
    server.start();
    server.enqueue(new MockResponse.Builder()
        .body("{\"outcome\":\"REVOKED\"}")
        .throttleBody(1, 1, TimeUnit.SECONDS)
        .build());
    try (HttpAuthority authority = new HttpAuthority(
        new AuthorityAccess(server.url("/").uri(), Duration.ofMillis(200), List.of(), ""))) {
      assertInstanceOf(Resolution.Unavailable.class, authority.resolve(CERTIFICATE));
    }
  }

  @Test
  void saysThatNobodyIsThere() throws Exception {
    server.start();
    URI gone = server.url("/").uri();
    server.close();
    try (HttpAuthority authority =
        new HttpAuthority(new AuthorityAccess(gone, LIMIT, List.of(), ""))) {
      assertNoAnswer(authority);
    }
  }

  @Test
  void trustsTheAuthorityItWasGivenAndNoOther() throws Exception {
    TestAuthority trusted = new TestAuthority("demo");
    // The platform judges certificates by the clock of the machine.
    server.useHttps(trusted.server(Instant.now()));
    server.start();
    assertAnswered(trusted, true);
    assertAnswered(new TestAuthority("demo"), false);
  }

  @Test
  void showsItsSecretAndNeverTellsIt() throws Exception {
    AuthorityAccess access =
        new AuthorityAccess(URI.create("http://127.0.0.1:1"), LIMIT, List.of(), "invented-secret");
    assertFalse(access.toString().contains("invented"), access.toString());
    SimulatedAuthority world =
        SimulatedAuthority.of(new StringReader("subject,answer,identifier\nA,REVOKED,\n"), LIMIT);
    PresentedCertificate card = new TestCard("A").certificate();
    try (AuthorityService service = new AuthorityService(world, "invented-secret")) {
      service.server().start();
      URI address = service.server().url("/").uri();
      try (HttpAuthority known =
              new HttpAuthority(new AuthorityAccess(address, LIMIT, List.of(), "invented-secret"));
          HttpAuthority stranger =
              new HttpAuthority(new AuthorityAccess(address, LIMIT, List.of(), "other"))) {
        assertEquals(new Resolution.Revoked(), known.resolve(card));
        Resolution.Unavailable none =
            assertInstanceOf(Resolution.Unavailable.class, stranger.resolve(card));
        assertTrue(none.reason().contains("401"), none.reason());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://authority.example",
        "ftp://127.0.0.1",
        "https://user@authority.example",
        "https://authority.example/path",
        "https://authority.example?query",
        "https:authority",
      })
  void refusesAddressThatPersonsMustNotBeSentTo(String address) {
    assertThrows(
        IllegalArgumentException.class,
        () -> new AuthorityAccess(URI.create(address), LIMIT, List.of(), ""));
  }

  @Test
  void isDescribedByItsOwnExamples() throws Exception {
    Description description = Description.read();
    int examples = 0;
    for (Entry<String, JsonNode> path : description.paths().properties()) {
      JsonNode post = description.post(path.getKey());
      for (JsonNode example : post.at("/requestBody/content/application~1json/examples")) {
        assertTrue(description.asks(path.getKey(), example.get("value")), path.getKey());
        examples++;
      }
      for (JsonNode example : post.at("/responses/200/content/application~1json/examples")) {
        assertEquals(
            Set.of(),
            description.problems(description.answerSchema(path.getKey()), example.get("value")));
        examples++;
      }
    }
    assertEquals(10, examples);
    description.assertKept();
  }

  private void assertAnswered(TestAuthority trusted, boolean answered) throws Exception {
    server.enqueue(new MockResponse.Builder().body("{\"outcome\":\"REVOKED\"}").build());
    try (HttpAuthority authority = new HttpAuthority(new AuthorityAccess(
        URI.create("https://127.0.0.1:" + server.getPort()),
        LIMIT,
        List.of(trusted.certificate()),
        ""))) {
      Resolution answer = authority.resolve(CERTIFICATE);
      assertEquals(answered, answer.equals(new Resolution.Revoked()), answer.toString());
    }
  }

  private HttpAuthority serving(MockResponse response) throws Exception {
    server.start();
    for (int question = 0; question < 3; question++) {
      server.enqueue(response);
    }
    return new HttpAuthority(new AuthorityAccess(server.url("/").uri(), LIMIT, List.of(), ""));
  }

  private static void assertNoAnswer(HttpAuthority authority) {
    assertInstanceOf(Resolution.Unavailable.class, authority.resolve(CERTIFICATE));
    assertInstanceOf(Introduction.Unavailable.class, authority.introduce(PROOF, WISH));
    assertInstanceOf(SignatureStanding.Unavailable.class, authority.signatureStanding(PERSON));
  }
}

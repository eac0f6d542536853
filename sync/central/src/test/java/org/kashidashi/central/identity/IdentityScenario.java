package org.kashidashi.central.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kashidashi.central.SettableClock;
import org.kashidashi.central.demo.DemoLibrary;
import org.kashidashi.central.identity.TestKiosk.Papers;
import org.kashidashi.central.server.CentralServer;
import org.kashidashi.central.store.Rows;

class IdentityScenario {
  private static final List<String> NAMES = List.of("central.example", "10.0.2.100", "127.0.0.1");
  private static final String PATRON = "9999900120";

  @TempDir
  private Path folder = Path.of("");

  private final SettableClock clock = new SettableClock();
  private CentralServer server;
  private X509Certificate authority;

  @BeforeEach
  void start() throws Exception {
    server = DemoLibrary.startSecured(folder, "127.0.0.1", 0, NAMES, clock);
    authority = TestKiosk.authority(folder.resolve("central.db.authority"));
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
  }

  @Test
  void enrolsAKioskThatThenIsAnswered() throws Exception {
    Papers papers = enrolled("k1");
    try (TestKiosk kiosk = kiosk(papers, "k1")) {
      HttpResponse<String> answer = kiosk.lookUp();
      assertEquals(200, answer.statusCode(), answer.body());
      assertTrue(answer.headers().firstValue("Kashidashi-Renew").isEmpty());
    }
    assertEquals("CN=k1,O=demo", papers.certificate().getSubjectX500Principal().getName());
    assertEquals(List.of("1.3.6.1.5.5.7.3.2"), papers.certificate().getExtendedKeyUsage());
    assertEquals(authority, papers.authority());
  }

  @Test
  void answersWithoutACertificateWhetherItIsThere() throws Exception {
    try (TestKiosk stranger = stranger("k1")) {
      assertEquals(200, stranger.get("/v1/health").statusCode());
      assertEquals(200, stranger.get("/v1/openapi.json").statusCode());
      assertRefused("certificate_needed", stranger.lookUp());
      assertRefused("certificate_needed", stranger.renew(TestKiosk.keys()));
    }
  }

  @Test
  void tellsByTheCodeWhomToTrust() throws Exception {
    String code = server.enrolmentCode("k1");
    assertTrue(code.matches("([0-9A-HJKMNP-TV-Z]{4}-){7}[0-9A-HJKMNP-TV-Z]{4}"), code);
    String second = server.enrolmentCode("k2");
    assertEquals(code.substring(20), second.substring(20));
    assertNotEquals(code.substring(0, 19), second.substring(0, 19));
  }

  @Test
  void takesACodeAsPeopleTypeIt() throws Exception {
    String typed = secret(server.enrolmentCode("k1")).toLowerCase(Locale.ROOT);
    String sloppy = typed.replace('0', 'o').replace('1', 'l').replaceAll("(.{4})", "$1 -");
    try (TestKiosk stranger = stranger("k1")) {
      assertEquals(200, stranger.enrol(sloppy, TestKiosk.keys()).statusCode());
    }
  }

  @Test
  void refusesACodeAfterFiveWrongTries() throws Exception {
    String good = secret(server.enrolmentCode("k1"));
    try (TestKiosk stranger = stranger("k1")) {
      for (int tries = 0; tries < 5; tries++) {
        assertRefused("enrolment_refused", stranger.enrol("0000000000000000", TestKiosk.keys()));
      }
      assertRefused("enrolment_refused", stranger.enrol(good, TestKiosk.keys()));
      String next = secret(server.enrolmentCode("k1"));
      assertEquals(200, stranger.enrol(next, TestKiosk.keys()).statusCode());
    }
  }

  /** The answer may get lost, and the kiosk's power, too. */
  @Test
  void answersTheSameKeyAgainWithinTheLifeOfItsCodeAndNoOther() throws Exception {
    KeyPair pair = TestKiosk.keys();
    String code = secret(server.enrolmentCode("k1"));
    try (TestKiosk stranger = stranger("k1")) {
      Papers lost = TestKiosk.papers(pair, stranger.enrol(code, pair));
      assertRefused("enrolment_refused", stranger.enrol(code, TestKiosk.keys()));
      Papers papers = TestKiosk.papers(pair, stranger.enrol(code, pair));
      try (TestKiosk first = kiosk(lost, "k1");
          TestKiosk second = kiosk(papers, "k1")) {
        assertRefused("kiosk_revoked", first.lookUp());
        assertEquals(200, second.lookUp().statusCode());
      }
      clock.pass(Duration.ofHours(24));
      assertRefused("enrolment_refused", stranger.enrol(code, pair));
    }
  }

  @Test
  void refusesAUsedCodeOfARevokedKioskToItsKey() throws Exception {
    KeyPair pair = TestKiosk.keys();
    String code = secret(server.enrolmentCode("k1"));
    try (TestKiosk stranger = stranger("k1")) {
      assertEquals(200, stranger.enrol(code, pair).statusCode());
      server.revoke("k1");
      assertRefused("enrolment_refused", stranger.enrol(code, pair));
    }
  }

  @Test
  void takesACodeAfterFourWrongTries() throws Exception {
    String good = secret(server.enrolmentCode("k1"));
    try (TestKiosk stranger = stranger("k1")) {
      for (int tries = 0; tries < 4; tries++) {
        stranger.enrol("0000000000000000", TestKiosk.keys());
      }
      assertEquals(200, stranger.enrol(good, TestKiosk.keys()).statusCode());
    }
  }

  @Test
  void refusesACodeThatIsUsedReplacedOverOrAnothers() throws Exception {
    String used = secret(server.enrolmentCode("k1"));
    String others = secret(server.enrolmentCode("k2"));
    String replaced = secret(server.enrolmentCode("k3"));
    String over = secret(server.enrolmentCode("k3"));
    try (TestKiosk one = stranger("k1");
        TestKiosk three = stranger("k3");
        TestKiosk unknown = stranger("k9")) {
      assertEquals(200, one.enrol(used, TestKiosk.keys()).statusCode());
      HttpResponse<String> first = one.enrol(used, TestKiosk.keys());
      assertRefused("enrolment_refused", first);
      // One answer, to the letter, for every reason.
      assertEquals(first.body(), one.enrol(others, TestKiosk.keys()).body());
      assertEquals(first.body(), three.enrol(replaced, TestKiosk.keys()).body());
      assertEquals(first.body(), unknown.enrol(others, TestKiosk.keys()).body());
      clock.pass(Duration.ofHours(24));
      assertEquals(first.body(), three.enrol(over, TestKiosk.keys()).body());
    }
  }

  @Test
  void revokesTheOldCertificateWhenAKioskEnrolsAgain() throws Exception {
    Papers old = enrolled("k1");
    Papers now = enrolled("k1");
    try (TestKiosk before = kiosk(old, "k1");
        TestKiosk after = kiosk(now, "k1")) {
      assertRefused("kiosk_revoked", before.lookUp());
      assertEquals(200, after.lookUp().statusCode());
    }
  }

  @Test
  void refusesRequestsThatAreNone() throws Exception {
    String code = secret(server.enrolmentCode("k1"));
    KeyPair pair = TestKiosk.keys();
    try (TestKiosk stranger = stranger("k1")) {
      String body = "{\"code\":\"%s\",\"request\":\"%s\"}";
      String path = "/v1/identity/enrol";
      String other = TestRequest.base64("CN=k2", pair);
      assertEquals(400, stranger.post(path, body.formatted(code, other)).statusCode());
      assertEquals(400, stranger.post(path, body.formatted(code, "????")).statusCode());
      assertEquals(400, stranger.post(path, body.formatted(code, "AAAA")).statusCode());
      assertEquals(
          400, stranger.post(path, body.formatted(code, "A".repeat(8000))).statusCode());
      // None of them has used the code up.
      assertEquals(200, stranger.enrol(code, pair).statusCode());
    }
  }

  @Test
  void limitsHowOftenStrangersMayTry() throws Exception {
    String good = secret(server.enrolmentCode("k1"));
    KeyPair pair = TestKiosk.keys();
    try (TestKiosk stranger = stranger("k9")) {
      for (int tries = 0; tries < 30; tries++) {
        assertRefused("enrolment_refused", stranger.enrol("0000000000000000", pair));
      }
    }
    try (TestKiosk kiosk = stranger("k1")) {
      assertEquals(503, kiosk.enrol(good, pair).statusCode());
      clock.pass(Duration.ofSeconds(2));
      assertEquals(200, kiosk.enrol(good, pair).statusCode());
    }
  }

  @Test
  void renewsWithANewKeyAndLeavesTheOldCertificateGood() throws Exception {
    Papers old = enrolled("k1");
    KeyPair pair = TestKiosk.keys();
    try (TestKiosk before = kiosk(old, "k1");
        TestKiosk after = kiosk(TestKiosk.papers(pair, before.renew(pair)), "k1")) {
      assertEquals(200, after.lookUp().statusCode());
      assertEquals(200, before.lookUp().statusCode());
      assertEquals(200, before.renew(TestKiosk.keys()).statusCode());
    }
  }

  @Test
  void asksForRenewalAfterTwoThirdsOfTheLife() throws Exception {
    Papers papers = enrolled("k1");
    // 180 days that began a day before: two thirds are over after 119 days.
    clock.pass(Duration.ofDays(119).minusSeconds(1));
    try (TestKiosk kiosk = kiosk(papers, "k1")) {
      assertTrue(kiosk.lookUp().headers().firstValue("Kashidashi-Renew").isEmpty());
      clock.pass(Duration.ofSeconds(1));
      assertEquals(
          "yes", kiosk.lookUp().headers().firstValue("Kashidashi-Renew").orElse(""));
    }
  }

  @Test
  void renewsUpToNinetyDaysAfterTheEnd() throws Exception {
    Papers papers = enrolled("k1");
    clock.pass(Duration.ofDays(179).plusSeconds(1));
    try (TestKiosk kiosk = kiosk(papers, "k1")) {
      assertRefused("certificate_expired", kiosk.lookUp());
    }
    clock.pass(Duration.ofDays(89));
    try (TestKiosk kiosk = kiosk(papers, "k1")) {
      assertRefused("certificate_expired", kiosk.lookUp());
      KeyPair pair = TestKiosk.keys();
      try (TestKiosk renewed = kiosk(TestKiosk.papers(pair, kiosk.renew(pair)), "k1")) {
        assertEquals(200, renewed.lookUp().statusCode());
      }
    }
    clock.pass(Duration.ofDays(2));
    try (TestKiosk kiosk = kiosk(papers, "k1")) {
      assertRefused("certificate_expired", kiosk.renew(TestKiosk.keys()));
    }
  }

  @Test
  void refusesARevokedKioskOnAConnectionThatIsOpenAlready() throws Exception {
    try (TestKiosk kiosk = kiosk(enrolled("k1"), "k1");
        SSLSocket socket =
            (SSLSocket) kiosk.tls().getSocketFactory().createSocket("127.0.0.1", server.port())) {
      assertTrue(RawHttp.lookUp(socket).startsWith("HTTP/1.1 200"));
      assertTrue(server.revoke("k1"));
      String answer = RawHttp.lookUp(socket);
      assertTrue(answer.startsWith("HTTP/1.1 403"), answer);
      assertTrue(answer.contains("kiosk_revoked"), answer);
      assertRefused("kiosk_revoked", kiosk.renew(TestKiosk.keys()));
    }
    assertFalse(server.revoke("nobody"));
  }

  @Test
  void refusesAKioskUnderAnothersName() throws Exception {
    Papers papers = enrolled("k1");
    enrolled("k2");
    try (TestKiosk liar = kiosk(papers, "k2")) {
      assertRefused("kiosk_mismatch", liar.lookUp());
      assertRefused("kiosk_mismatch", liar.renew(TestKiosk.keys()));
    }
    try (TestKiosk kiosk = kiosk(papers, "k1")) {
      String others = TestRequest.base64("CN=k2", TestKiosk.keys());
      String body = "{\"request\":\"%s\"}".formatted(others);
      assertEquals(400, kiosk.post("/v1/identity/renew", body).statusCode());
    }
  }

  @Test
  void takesOperationsOfTheSenderAloneAndKeepsWhoSentThem() throws Exception {
    Papers papers = enrolled("k1");
    try (TestKiosk kiosk = kiosk(papers, "k1")) {
      assertRefused("kiosk_mismatch", kiosk.post("/v1/operations", loan("k1.x.7.1", "k2")));
      assertRefused("kiosk_mismatch", kiosk.post("/v1/operations", loan("k2.x.7.1", "k1")));
      assertRefused("kiosk_mismatch", kiosk.post("/v1/operations", loan("k11.x.7.1", "k1")));
      assertEquals(200, kiosk.post("/v1/operations", loan("k1.x.7.1", "k1")).statusCode());
    }
    List<String> rows = Rows.of(
        folder.resolve("central.db"), "SELECT certificate FROM operations ORDER BY sequence");
    assertEquals(List.of("%032x".formatted(papers.certificate().getSerialNumber())), rows);
  }

  @Test
  void endsTheHandshakeOfAForeignCertificate() throws Exception {
    for (String library : List.of("demo", "other")) {
      Papers foreign = TestKiosk.foreign(library, "k1", authority, clock);
      try (TestKiosk kiosk = kiosk(foreign, "k1")) {
        assertThrows(IOException.class, kiosk::lookUp);
      }
    }
  }

  @Test
  void refusesACertificateThatTheDatabaseDoesNotKnow() throws Exception {
    KeyPair pair = TestKiosk.keys();
    Authority real =
        new AuthorityFile(folder.resolve("central.db.authority")).read("demo", new SecureRandom());
    CertificateRequest request = CertificateRequest.parse(TestRequest.of("CN=k1", pair));
    Papers forgotten = new Papers(pair, real.issue(request, clock.instant()), authority);
    try (TestKiosk kiosk = kiosk(forgotten, "k1")) {
      assertRefused("kiosk_revoked", kiosk.lookUp());
    }
  }

  @Test
  void renewsItsOwnCertificateWhileItRuns() throws Exception {
    X509Certificate first = shown();
    assertEquals(first, shown());
    // 397 days that began a day before.
    clock.pass(Duration.ofDays(264));
    X509Certificate second = shown();
    assertNotEquals(first.getSerialNumber(), second.getSerialNumber());
    assertEquals(
        Duration.ofDays(397),
        Duration.between(second.getNotBefore().toInstant(), second.getNotAfter().toInstant()));
    try (TestKiosk stranger = stranger("k1")) {
      assertEquals(200, stranger.get("/v1/health").statusCode());
    }
  }

  @Test
  void speaksNoPlainHttpAndSurvivesGarbage() throws Exception {
    for (String text : List.of("GET /v1/health HTTP/1.1\r\nHost: a\r\n\r\n", "\0\1\2", "\u0016")) {
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
        socket.setSoTimeout(10_000);
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
        socket.shutdownOutput();
        String answer =
            new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        assertFalse(answer.contains("HTTP/1.1 200"), answer);
      } catch (SocketException _) {
        // Cut off, which is an answer, too.
        assertTrue(text.length() > 0);
      }
    }
    try (TestKiosk stranger = stranger("k1")) {
      assertEquals(200, stranger.get("/v1/health").statusCode());
    }
  }

  @Test
  void answersAKioskWhileTwoHundredConnectionsSayNothing() throws Exception {
    Papers papers = enrolled("k1");
    List<Socket> silent = new ArrayList<>();
    try {
      for (int count = 0; count < 200; count++) {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
        silent.add(socket);
        if (count % 2 == 0) {
          // The beginning of a handshake that never goes on.
          socket.getOutputStream().write(new byte[] {22, 3, 1});
        }
      }
      try (TestKiosk kiosk = kiosk(papers, "k1")) {
        assertEquals(200, kiosk.lookUp().statusCode());
      }
    } finally {
      for (Socket socket : silent) {
        socket.close();
      }
    }
  }

  @Test
  void answersAKioskWhileStrangersNeverSendWhatTheyPromise() throws Exception {
    Papers papers = enrolled("k1");
    List<Socket> slow = new ArrayList<>();
    try (TestKiosk stranger = stranger("k9")) {
      for (int count = 0; count < 120; count++) {
        Socket socket = stranger.tls().getSocketFactory().createSocket("127.0.0.1", server.port());
        slow.add(socket);
        RawHttp.promise(socket, count % 2 == 0 ? "/v1/identity/enrol" : "/v1/operations");
      }
      try (TestKiosk kiosk = kiosk(papers, "k1")) {
        assertEquals(200, kiosk.lookUp().statusCode());
        assertEquals(200, kiosk.get("/v1/health").statusCode());
      }
    } finally {
      for (Socket socket : slow) {
        socket.close();
      }
    }
  }

  @Test
  void remindsAnIdleKioskOfItsRenewal() throws Exception {
    Papers papers = enrolled("k1");
    try (TestKiosk kiosk = kiosk(papers, "k1")) {
      assertTrue(
          kiosk.get("/v1/health").headers().firstValue("Kashidashi-Renew").isEmpty());
      // Over, too: no other answer says so to a kiosk that has nothing to send.
      for (int days : new int[] {119, 100}) {
        clock.pass(Duration.ofDays(days));
        assertEquals(
            "yes",
            kiosk.get("/v1/health").headers().firstValue("Kashidashi-Renew").orElse(""));
      }
    }
    try (TestKiosk stranger = stranger("k1")) {
      assertTrue(
          stranger.get("/v1/health").headers().firstValue("Kashidashi-Renew").isEmpty());
    }
  }

  @Test
  void keepsKiosksApartFromEachOthersRenewals() throws Exception {
    Papers one = enrolled("k1");
    Papers two = enrolled("k2");
    server.revoke("k1");
    try (TestKiosk first = kiosk(one, "k1");
        TestKiosk second = kiosk(two, "k2")) {
      assertRefused("kiosk_revoked", first.lookUp());
      assertEquals(200, second.lookUp().statusCode());
    }
  }

  @Test
  void enrolsAKioskWhileAStrangerElsewhereGuesses() throws Exception {
    String code = secret(server.enrolmentCode("k1"));
    try (TestKiosk noisy =
            TestKiosk.strangerAt("127.0.0.2", authority, server.port(), "k9", clock);
        TestKiosk kiosk = stranger("k1")) {
      for (int count = 0; count < 30; count++) {
        assertRefused("enrolment_refused", noisy.enrol("0000000000000000", TestKiosk.keys()));
      }
      assertEquals(503, noisy.enrol("0000000000000000", TestKiosk.keys()).statusCode());
      assertEquals(200, kiosk.enrol(code, TestKiosk.keys()).statusCode());
    }
  }

  @Test
  void renewsAKioskWhileAnotherAsksWithoutEnd() throws Exception {
    Papers one = enrolled("k1");
    Papers two = enrolled("k2");
    try (TestKiosk noisy = kiosk(one, "k1");
        TestKiosk kiosk = kiosk(two, "k2")) {
      for (int count = 0; count < 10; count++) {
        assertEquals(200, noisy.renew(TestKiosk.keys()).statusCode());
      }
      assertEquals(503, noisy.renew(TestKiosk.keys()).statusCode());
      assertEquals(200, kiosk.renew(TestKiosk.keys()).statusCode());
    }
  }

  private Papers enrolled(String name) throws Exception {
    KeyPair pair = TestKiosk.keys();
    try (TestKiosk stranger = stranger(name)) {
      return TestKiosk.papers(pair, stranger.enrol(secret(server.enrolmentCode(name)), pair));
    }
  }

  private TestKiosk stranger(String name) throws Exception {
    return TestKiosk.stranger(authority, server.port(), name, clock);
  }

  private TestKiosk kiosk(Papers papers, String name) throws Exception {
    return TestKiosk.of(papers, server.port(), name, clock);
  }

  private X509Certificate shown() throws Exception {
    try (TestKiosk stranger = stranger("k1");
        SSLSocket socket = (SSLSocket)
            stranger.tls().getSocketFactory().createSocket("127.0.0.1", server.port())) {
      socket.startHandshake();
      assertEquals(2, socket.getSession().getPeerCertificates().length);
      return (X509Certificate) socket.getSession().getPeerCertificates()[0];
    }
  }

  private static String secret(String code) {
    return String.join("", Arrays.copyOf(code.split("-", -1), 4));
  }

  private static String loan(String key, String kiosk) {
    return """
        {"operations":[{"key":"%s","schema":1,"kind":"LOAN","kiosk":"%s","epoch":7,"sequence":1,\
        "patron":"%s","item":"1000000016","lentAt":"2026-11-20T05:00:00Z","clock":"SYNCED",\
        "due":"2026-12-05","flags":[]}]}""".formatted(key, kiosk, PATRON);
  }

  private static void assertRefused(String code, HttpResponse<String> answer) {
    assertEquals(403, answer.statusCode(), answer.body());
    assertEquals(
        code,
        JsonParser.parseString(answer.body())
            .getAsJsonObject()
            .getAsJsonObject("error")
            .get("code")
            .getAsString());
  }
}

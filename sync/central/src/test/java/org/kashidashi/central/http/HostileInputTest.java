package org.kashidashi.central.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kashidashi.central.CentralClient;
import org.kashidashi.central.demo.DemoLibrary;
import org.kashidashi.central.server.CentralServer;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileInputTest {
  private static final String PATRON = "9999900120";
  private static final int SOCKET_MILLIS = 20_000;

  private final CentralServer server;
  private final CentralClient client;

  /** One server for all: whatever one test does to it must not trouble the next. */
  HostileInputTest(@TempDir Path folder) throws Exception {
    server = DemoLibrary.start(folder, 0, CentralClient.CLOCK);
    client = new CentralClient(server.port());
  }

  @AfterEach
  void stillAnswers() {
    assertEquals(200, client.get("/v1/health").statusCode());
  }

  @AfterAll
  void stop() throws Exception {
    client.close();
    server.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "null",
        "\"9999900120\"",
        "{\"patron\":\"9999900120\"} x",
        "{\"patron\":\"9999900120\"}{}",
        "{\"patron\":\"9999900120\",}",
        "{'patron':'9999900120'}",
        "{patron:\"9999900120\"}",
        "{\"patron\":9999900120}",
        "{\"patron\":null}",
        "{\"patron\":true}",
        "{\"patron\":[\"9999900120\"]}",
        "{\"patron\":{\"number\":\"9999900120\"}}",
        "{\"patron\":\"9999900120\",\"patron\":\"9999900120\"}",
        "{\"patron\":\"9999900120\",\"pin\":\"9999900120\"}",
        "{\"Patron\":\"9999900120\"}",
        "{\"patron\":NaN}",
        "// remark\n{\"patron\":\"9999900120\"}",
        ")]}'\n{\"patron\":\"9999900120\"}",
        "{\"patron\":\"\\ud800\"}",
      })
  void refusesWhatIsNotTheJsonItAskedFor(String body) {
    assertRefused(400, "MALFORMED", client.post("/v1/patron-lookups", body));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"patron\":\"\"}",
        "{\"patron\":\"9999900120 \"}",
        "{\"patron\":\"9999900120\\n\"}",
        "{\"patron\":\"9999900120\\u0000\"}",
        "{\"patron\":\"9999900120' OR '1'='1\"}",
        "{\"patron\":\"999990012099999001209999900120999\"}",
      })
  void refusesValuesThatCannotBe(String body) {
    assertRefused(422, "MEANINGLESS", client.post("/v1/patron-lookups", body));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "key | \"no blanks\" | 422",
        "key | 5 | 400",
        "schema | \"1\" | 400",
        "schema | -1 | 400",
        "schema | 1.5 | 400",
        "schema | 1e999999999 | 400",
        "schema | 99999999999999999999 | 400",
        "kind | \"RETURN\" | 422",
        "kiosk | \"K1\" | 422",
        "epoch | -1 | 400",
        "epoch | 9007199254740992 | 400",
        "sequence | true | 400",
        "patron | \"\" | 422",
        "item | \"../etc\" | 422",
        "lentAt | \"2026-11-20\" | 422",
        "lentAt | \"2026-11-20T05:05:00+09:00\" | 422",
        "lentAt | \"2026-13-20T05:05:00Z\" | 422",
        "lentAt | \"+1000000000-01-01T00:00:00Z\" | 422",
        "lentAt | 1763615100 | 400",
        "clock | \"synced\" | 422",
        "clock | null | 400",
        "due | \"2026-02-30\" | 422",
        "due | \"tomorrow\" | 422",
        "flags | \"OFFLINE\" | 400",
        "flags | [\"OFFLINE\",\"OFFLINE\"] | 422",
        "flags | [\"OFFLINE\",1] | 400",
        "flags | [\"SECRET\"] | 422",
        "flags | {} | 400",
      })
  void refusesAnOperationWithAWrongMember(String member, String value, int status) {
    String good = Loans.json("k1-1-1", 1, PATRON, "1000000016", "2026-11-20T05:00:00Z");
    String bad = good.replaceAll(
        "\"" + member + "\":(\\[]|\"[^\"]*\"|[0-9]+)", "\"" + member + "\":" + value);
    assertFalse(bad.equals(good));
    HttpResponse<String> response = client.post(
        "/v1/operations",
        "{\"operations\":[" + good.replace("k1-1-1", "k1-0-0") + "," + bad + "]}");
    assertEquals(status, response.statusCode(), response.body());
    assertTrue(response.body().contains("operations[1]." + member), response.body());
    // The good one before it was not applied either.
    assertEquals(0, Loans.loansOut(client, PATRON));
  }

  @Test
  void refusesNoOperationsAndTooMany() {
    assertRefused(422, "MEANINGLESS", client.post("/v1/operations", "{\"operations\":[]}"));
    String one = Loans.json("k1-1-1", 1, PATRON, "1000000016", "2026-11-20T05:00:00Z");
    assertRefused(
        422,
        "MEANINGLESS",
        client.post("/v1/operations", "{\"operations\":[" + (one + ",").repeat(50) + one + "]}"));
  }

  @Test
  void refusesBytesThatAreNotUtf8() {
    byte[] body = ("{\"patron\":\"" + PATRON + "\"}").getBytes(StandardCharsets.ISO_8859_1);
    body[12] = (byte) 0xff;
    assertRefused(
        400, "MALFORMED", client.post("/v1/patron-lookups", BodyPublishers.ofByteArray(body)));
  }

  @Test
  void refusesDeepNesting() {
    int depth = 100_000;
    assertRefused(
        400, "MALFORMED", client.post("/v1/operations", "[".repeat(depth) + "]".repeat(depth)));
    assertRefused(
        400,
        "MALFORMED",
        client.post(
            "/v1/operations",
            "{\"operations\":[{\"key\":\"k\",\"schema\":2,\"a\":" + "[".repeat(20) + "]".repeat(20)
                + "}]}"));
  }

  @Test
  void refusesABodyThatSaysItIsHuge() throws IOException {
    String answer = raw("POST /v1/operations HTTP/1.1\r\nHost: x\r\nKashidashi-Kiosk: k1\r\n"
        + "Content-Type: application/json\r\nContent-Length: 99999999999\r\n\r\n"
        + " ".repeat(HttpLimits.BODY_BYTES_MAXIMUM + 1));
    assertTrue(answer.startsWith("HTTP/1.1 413 "), answer);
    assertTrue(answer.contains("Connection: close"), answer);
  }

  @Test
  void refusesABodyThatNeverEnds() throws IOException {
    String chunk = "8000\r\n" + " ".repeat(0x8000) + "\r\n";
    String answer = raw("POST /v1/operations HTTP/1.1\r\nHost: x\r\nKashidashi-Kiosk: k1\r\n"
        + "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
        + chunk.repeat(9));
    assertTrue(answer.startsWith("HTTP/1.1 413 "), answer);
  }

  @Test
  void hangsUpOnABodyThatDoesNotCome() throws IOException {
    String answer = raw("POST /v1/operations HTTP/1.1\r\nHost: x\r\nKashidashi-Kiosk: k1\r\n"
        + "Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{");
    assertEquals("", answer);
  }

  @Test
  void hangsUpOnHeadersThatDoNotCome() throws IOException {
    assertEquals("", raw("POST /v1/operations HTTP/1.1\r\nHost: x\r\nKashi"));
  }

  @Test
  void refusesAHundredThousandHeaders() throws IOException {
    StringBuilder request = new StringBuilder("GET /v1/health HTTP/1.1\r\nHost: x\r\n");
    for (int count = 0; count < 100_000; count++) {
      request.append('h').append(count).append(": 1\r\n");
    }
    String answer = raw(request.append("\r\n").toString());
    assertFalse(answer.contains(" 200 "), answer);
  }

  @Test
  void refusesAHeaderWithoutEnd() throws IOException {
    String answer =
        raw("GET /v1/health HTTP/1.1\r\nHost: x\r\nlong: " + "a".repeat(1_000_000) + "\r\n\r\n");
    assertFalse(answer.contains(" 200 "), answer);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/v1",
        "/v1/health/",
        "/v1//health",
        "/v1/../v1/health",
        "/v1/%68ealth",
        "/V1/health",
        "/v1/patrons/9999900120",
      })
  void knowsNoOtherPaths(String path) {
    assertRefused(404, "NO_SUCH_ROUTE", client.get(path));
  }

  @Test
  void refusesOtherMethodsAndNamesTheRightOne() {
    HttpResponse<String> response = client.get("/v1/operations");
    assertRefused(405, "METHOD_NOT_ALLOWED", response);
    assertEquals("POST", response.headers().firstValue("Allow").orElseThrow());
    assertEquals(
        405,
        client
            .send(client.request("/v1/health").method("HEAD", BodyPublishers.noBody()))
            .statusCode());
  }

  @Test
  void refusesAQuery() {
    assertRefused(400, "MALFORMED", client.get("/v1/health?patron=" + PATRON));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain",
        "application/json; charset=Shift_JIS",
        "application/jsonp",
        "application/json; charset=utf-8; boundary=x"
      })
  void refusesOtherContentTypes(String type) {
    HttpRequest.Builder request = client
        .request("/v1/patron-lookups")
        .header("Content-Type", type)
        .POST(BodyPublishers.ofString("{\"patron\":\"" + PATRON + "\"}"));
    assertRefused(415, "NOT_JSON", client.send(request));
  }

  @Test
  void takesTheContentTypesThatMeanTheSame() {
    for (String type : new String[] {"application/json", "Application/JSON;charset=\"UTF-8\""}) {
      HttpRequest.Builder request = client
          .request("/v1/patron-lookups")
          .header("Content-Type", type)
          .POST(BodyPublishers.ofString("{\"patron\":\"" + PATRON + "\"}"));
      assertEquals(200, client.send(request).statusCode(), type);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "K1", "a b", "123456789012345678901234567890123"})
  void refusesAKioskWithoutAProperName(String kiosk) {
    HttpRequest.Builder request = client
        .request("/v1/patron-lookups")
        .setHeader("Kashidashi-Kiosk", kiosk)
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString("{\"patron\":\"" + PATRON + "\"}"));
    assertRefused(400, "MALFORMED", client.send(request));
  }

  private static void assertRefused(int status, String code, HttpResponse<String> response) {
    assertEquals(status, response.statusCode(), response.body());
    assertTrue(response.body().contains("\"code\":\"" + code + "\""), response.body());
    assertFalse(response.body().contains("99999001"), response.body());
    assertEquals(
        "application/json; charset=utf-8",
        response.headers().firstValue("Content-Type").orElseThrow());
  }

  /** Sends bytes as they are; gives what came back until central hung up, or nothing. */
  private String raw(String request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      socket.setSoTimeout(SOCKET_MILLIS);
      try {
        OutputStream out = socket.getOutputStream();
        out.write(request.getBytes(StandardCharsets.US_ASCII));
        out.flush();
      } catch (SocketException _) {
        // Central need not read to the end; its answer may be there all the same.
        return answer(socket);
      }
      return answer(socket);
    }
  }

  private static String answer(Socket socket) throws IOException {
    StringBuilder answer = new StringBuilder();
    try {
      int octet = socket.getInputStream().read();
      while (octet >= 0) {
        answer.append((char) octet);
        octet = socket.getInputStream().read();
      }
    } catch (SocketException _) {
      // Reset, because central did not read to the end.
      return answer.toString();
    }
    return answer.toString();
  }
}

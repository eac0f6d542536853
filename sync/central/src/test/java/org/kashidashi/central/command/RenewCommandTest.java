package org.kashidashi.central.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kashidashi.central.demo.DemoLibrary;
import org.kashidashi.central.store.Rows;

/** The month's check from the command line, with a service for the authority on a real line. */
final class RenewCommandTest {
  @TempDir
  private Path folder = Path.of("");

  private final CommandRun command = new CommandRun();
  private final StringWriter out = command.out();
  private final StringWriter err = command.err();
  private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
  private HttpServer service;
  private volatile int status = 200;

  @BeforeEach
  void start() throws Exception {
    DemoLibrary.load(DemoLibrary.config(folder, 0));
    service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    service.createContext("/v1/signature-standings", this::answer);
    service.start();
    Files.writeString(folder.resolve("authority.secret"), "invented-secret\n");
  }

  @AfterEach
  void stop() {
    service.stop(0);
  }

  @Test
  void renewsEachLinkedCardOnceAMonth() throws Exception {
    assertEquals(ExitCode.OK, run(monthly() + authority()), err.toString());

    assertTrue(out.toString().contains("2026-11: finished"), out.toString());
    assertEquals(
        List.of("9999900120", "9999900344", "9999900450", "9999900567", "9999900781"),
        Rows.of(
            folder.resolve("central.db"),
            "SELECT patron FROM patrons WHERE expires = '2027-11-20' ORDER BY patron"));
    assertEquals(asked.size(), Set.copyOf(asked).size());
    assertTrue(
        out.toString().matches("(?s).*RENEWED +%d\n.*".formatted(asked.size())), out.toString());
    asked.clear();
    assertEquals(ExitCode.OK, run(monthly() + authority()), err.toString());
    assertEquals(List.of(), asked);
  }

  @Test
  void listsForStaffWhoWasNotRenewed() throws Exception {
    assertEquals(ExitCode.OK, run(monthly() + authority(), "--list"), err.toString());

    assertTrue(out.toString().contains(" EXPIRED\n"), out.toString());
  }

  @Test
  void saysThatTheMonthIsNotFinishedWhileTheAuthorityDoesNotAnswer() throws Exception {
    status = 503;
    assertEquals(ExitCode.UNFINISHED, run(monthly() + authority()), err.toString());
    assertTrue(out.toString().contains("NOT FINISHED"), out.toString());

    status = 200;
    assertEquals(ExitCode.OK, run(monthly() + authority()), err.toString());
  }

  @Test
  void doesNothingForALibraryThatDoesNotRenewMonthly() throws Exception {
    assertEquals(ExitCode.OK, run(authority()), err.toString());
    assertTrue(out.toString().contains("nothing to do"), out.toString());
    assertEquals(List.of(), asked);
  }

  @Test
  void saysWhatIsMissingInTheConfiguration() throws Exception {
    assertEquals(ExitCode.CONFIGURATION, run(monthly()));
    assertTrue(err.toString().contains("no section [authority]"), err.toString());

    Files.writeString(folder.resolve("authority.secret"), "two words\n");
    assertEquals(ExitCode.CONFIGURATION, run(monthly() + authority()));
    assertTrue(err.toString().contains("authority.secret"), err.toString());
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      asked.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
      assertEquals(
          "Bearer invented-secret", exchange.getRequestHeaders().getFirst("Authorization"));
      byte[] body = "{\"outcome\":\"VALID\"}".getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(status, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private static String monthly() {
    return "[validity]\nrule = \"MONTHLY_CHECK\"\n";
  }

  private String authority() {
    return "[authority]\nurl = \"http://127.0.0.1:%d\"\nsecret = \"authority.secret\"\n"
        .formatted(service.getAddress().getPort());
  }

  private int run(String sections, String... options) throws Exception {
    Path file = Files.writeString(folder.resolve("central.toml"), CommandRun.config(0) + sections);
    List<String> arguments = new ArrayList<>(List.of("renew", "--config", file.toString()));
    arguments.addAll(List.of(options));
    return command.execute(arguments.toArray(String[]::new));
  }
}

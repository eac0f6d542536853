package org.kashidashi.central.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kashidashi.central.CentralClient;
import org.kashidashi.central.demo.DemoLibrary;
import org.kashidashi.central.server.CentralServer;

/** Another program, such as a load, has the database while a kiosk hands in a loan. */
class BusyDatabaseScenario {
  private static final String LOAN = """
      {"operations":[{"key":"k1-7-1","schema":1,"kind":"LOAN","kiosk":"k1","epoch":7,"sequence":1,
      "patron":"9999900120","item":"1000000016","lentAt":"2026-11-20T05:00:00Z","clock":"SYNCED",
      "flags":[]}]}""";

  @TempDir
  private Path folder = Path.of("");

  @Test
  void asksTheKioskToSendAgainAndTakesItThen() throws Exception {
    try (CentralServer server = DemoLibrary.start(folder, 0, CentralClient.CLOCK);
        CentralClient client = new CentralClient(server.port())) {
      try (Connection other = Rows.connect(folder.resolve("central.db"));
          Statement statement = other.createStatement()) {
        statement.execute("BEGIN IMMEDIATE");
        HttpResponse<String> response = client.post("/v1/operations", LOAN);
        assertEquals(503, response.statusCode(), response.body());
        assertEquals("2", response.headers().firstValue("Retry-After").orElseThrow());
        assertEquals(200, client.get("/v1/health").statusCode());
        statement.execute("ROLLBACK");
      }
      assertEquals(
          "{\"results\":[{\"key\":\"k1-7-1\",\"outcome\":\"ACCEPTED\",\"due\":\"2026-12-05\"}]}",
          client.ask("/v1/operations", LOAN).toString());
    }
  }
}

package org.kashidashi.central.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kashidashi.central.CentralClient;
import org.kashidashi.central.demo.DemoLibrary;
import org.kashidashi.central.server.CentralServer;

class OperationsScenario {
  private static final String PATRON = "9999900120";
  private static final String OTHER = "9999900898";
  private static final String ITEM = "1000000016";
  private static final String LENT = "2026-11-20T05:00:00Z";

  @TempDir
  private Path folder = Path.of("");

  private CentralServer server;
  private CentralClient client;

  @BeforeEach
  void start() throws Exception {
    server = DemoLibrary.start(folder, 0, CentralClient.CLOCK);
    client = new CentralClient(server.port());
  }

  @AfterEach
  void stop() throws Exception {
    client.close();
    server.close();
  }

  @Test
  void recordsALoanOnceWhenTheSameKeyIsPostedTwentyTimesAtOnce() throws Exception {
    String loan = Loans.json("k1-7-1", 1, PATRON, ITEM, LENT);
    List<Callable<JsonObject>> posts = new ArrayList<>();
    for (int count = 0; count < 20; count++) {
      posts.add(() -> Loans.handIn(client, loan));
    }
    Set<JsonObject> answers = new HashSet<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<JsonObject> post : threads.invokeAll(posts)) {
        answers.add(post.get());
      }
    }
    assertEquals(1, answers.size());
    assertEquals("ACCEPTED", answers.iterator().next().get("outcome").getAsString());
    assertEquals(1, Loans.loansOut(client, PATRON));
  }

  @Test
  void givesTheFirstResultForEverAlsoAfterARestart() throws Exception {
    String loan = Loans.json("k1-7-1", 1, PATRON, ITEM, LENT);
    JsonObject first = Loans.handIn(client, loan);
    // Meanwhile the world moves on, so that a fresh judgement would differ.
    Loans.handIn(client, Loans.json("k2-7-1", "k2", 1, OTHER, ITEM, "2026-11-20T05:01:00Z", "RTC"));
    restart();
    assertEquals(first, Loans.handIn(client, loan));
    assertEquals("ON_LOAN_TO_PATRON", Loans.status(client, ITEM, OTHER));
    assertEquals(0, Loans.loansOut(client, PATRON));
  }

  @Test
  void rejectsAKeyThatComesAgainWithOtherContent() {
    Loans.handIn(client, Loans.json("k1-7-1", 1, PATRON, ITEM, LENT));
    JsonObject answer = Loans.handIn(client, Loans.json("k1-7-1", 1, PATRON, "1000000024", LENT));
    assertEquals(
        "{\"key\":\"k1-7-1\",\"outcome\":\"REJECTED\",\"reason\":\"KEY_REUSED\"}",
        answer.toString());
    assertEquals("AVAILABLE", Loans.status(client, "1000000024", PATRON));
  }

  @Test
  void rejectsAnUnknownSchemaWithoutHoldingUpItsNeighbours() {
    JsonObject answer = client.ask(
        "/v1/operations",
        "{\"operations\":[{\"key\":\"k1-7-0\",\"schema\":2,\"what\":[1.5e300]},"
            + Loans.json("k1-7-1", 1, PATRON, ITEM, LENT)
            + "]}");
    assertEquals(
        "[{\"key\":\"k1-7-0\",\"outcome\":\"REJECTED\",\"reason\":\"SCHEMA_UNKNOWN\"},"
            + "{\"key\":\"k1-7-1\",\"outcome\":\"ACCEPTED\",\"due\":\"2026-12-05\"}]",
        answer.getAsJsonArray("results").toString());
  }

  @Test
  void movesAnItemToWhoeverBorrowedItLast() {
    Loans.handIn(client, Loans.json("k1-7-1", 1, PATRON, ITEM, LENT));
    JsonObject answer = Loans.handIn(
        client, Loans.json("k2-7-1", "k2", 1, OTHER, ITEM, "2026-11-20T05:01:00Z", "RTC"));
    assertEquals("ITEM_ON_LOAN_TO_ANOTHER", answer.get("reason").getAsString());
    assertEquals("ON_LOAN_TO_PATRON", Loans.status(client, ITEM, OTHER));
    assertEquals("ON_LOAN_TO_ANOTHER", Loans.status(client, ITEM, PATRON));
    assertEquals(0, Loans.loansOut(client, PATRON));
  }

  @Test
  void leavesAnItemWithWhoeverBorrowedItLastWhenAnOlderLoanArrives() {
    Loans.handIn(client, Loans.json("k1-7-1", 1, PATRON, ITEM, LENT));
    JsonObject answer = Loans.handIn(
        client, Loans.json("k2-7-1", "k2", 1, OTHER, ITEM, "2026-11-20T04:59:00Z", "RTC"));
    assertEquals("ACCEPTED_WITH_EXCEPTION", answer.get("outcome").getAsString());
    assertEquals("ITEM_ON_LOAN_TO_ANOTHER", answer.get("reason").getAsString());
    assertEquals("ON_LOAN_TO_PATRON", Loans.status(client, ITEM, PATRON));
    assertEquals(1, Loans.loansOut(client, PATRON));
    assertEquals(1, Loans.loansOut(client, OTHER));
  }

  @Test
  void doesNotRenewWhatThePatronHasAlready() {
    JsonObject first = Loans.handIn(client, Loans.json("k1-7-1", 1, PATRON, ITEM, LENT));
    JsonObject again =
        Loans.handIn(client, Loans.json("k1-7-2", 2, PATRON, ITEM, "2026-11-20T05:04:00Z"));
    assertEquals("ALREADY_ON_LOAN", again.get("reason").getAsString());
    assertEquals(first.get("due"), again.get("due"));
    assertEquals(1, Loans.loansOut(client, PATRON));
  }

  @Test
  void handsOutAHoldToItsPatron() {
    String held = "1000000180";
    assertEquals("ON_HOLD_FOR_PATRON", Loans.status(client, held, PATRON));
    JsonObject answer = Loans.handIn(client, Loans.json("k1-7-1", 1, PATRON, held, LENT));
    assertEquals("ACCEPTED", answer.get("outcome").getAsString());
    assertEquals("ON_LOAN_TO_ANOTHER", Loans.status(client, held, OTHER));
  }

  @Test
  void keepsAHoldThatSomebodyElseWalkedOffWith() {
    String held = "1000000123";
    JsonObject answer = Loans.handIn(client, Loans.json("k1-7-1", 1, PATRON, held, LENT));
    assertEquals("ITEM_ON_HOLD", answer.get("reason").getAsString());
    assertEquals("ON_LOAN_TO_PATRON", Loans.status(client, held, PATRON));
  }

  @Test
  void flagsAnUnknownClockAndCountsFromArrival() {
    JsonObject answer = Loans.handIn(
        client, Loans.json("k1-7-1", "k1", 1, PATRON, ITEM, "1970-01-01T00:00:07Z", "UNKNOWN"));
    assertEquals("CLOCK_UNTRUSTED", answer.get("reason").getAsString());
    assertEquals("2026-12-05", answer.get("due").getAsString());
  }

  @Test
  void quarantinesWhatItDoesNotKnowAndRemembers() throws Exception {
    String loan = Loans.json("k1-7-1", 1, "9999999999", ITEM, LENT);
    String quarantined =
        "{\"key\":\"k1-7-1\",\"outcome\":\"QUARANTINED\",\"reason\":\"UNKNOWN_PATRON\"}";
    assertEquals(quarantined, Loans.handIn(client, loan).toString());
    restart();
    assertEquals(quarantined, Loans.handIn(client, loan).toString());
    assertEquals("AVAILABLE", Loans.status(client, ITEM, PATRON));
  }

  private void restart() throws Exception {
    stop();
    start();
  }
}

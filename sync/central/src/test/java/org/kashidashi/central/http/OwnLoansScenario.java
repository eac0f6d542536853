package org.kashidashi.central.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kashidashi.central.CentralClient;
import org.kashidashi.central.demo.DemoLibrary;
import org.kashidashi.central.server.CentralServer;
import org.kashidashi.central.store.CentralStore;
import org.kashidashi.central.store.PutBackItem;
import org.kashidashi.central.store.Rows;

/** Patrons see and prolong their own loans, and nobody else's. */
class OwnLoansScenario {
  private static final String OWNER = "9999900567";
  private static final String OTHER = "9999900120";
  private static final String ITEM = "1000000149";

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
  void renewsOnceHoweverOftenAsked() throws Exception {
    assertEquals("{\"outcome\":\"RENEWED\",\"due\":\"2026-12-05\"}", renew(ITEM, OWNER));
    assertEquals(
        "{\"outcome\":\"REFUSED\",\"reason\":\"NOT_LATER\",\"due\":\"2026-12-05\"}",
        renew(ITEM, OWNER));
    assertEquals(List.of("2026-12-05 1"), stored());
  }

  @Test
  void showsTheNewDayAfterRenewal() {
    renew(ITEM, OWNER);
    String loans = loans(OWNER);
    assertEquals("1000000156", first(loans), loans);
    assertEquals("2026-12-05", lookUp(ITEM, OWNER));
  }

  @Test
  void neverRenewsTheLoanOfAnother() throws Exception {
    assertEquals("{\"outcome\":\"NOT_ON_LOAN\"}", renew(ITEM, OTHER));
    assertEquals(List.of("2026-11-25 0"), stored());
  }

  @Test
  void neverTellsWhetherAnItemThatIsNotThePatronsExists() {
    String ofAnother = renew(ITEM, OTHER);
    assertEquals(ofAnother, renew("1999999999", OTHER));
    assertEquals(ofAnother, renew("1000000016", OTHER));
    assertEquals(ofAnother, renew(ITEM, "9999999999"));
  }

  @Test
  void neverShowsTheLoansOfAnother() {
    assertFalse(loans(OTHER).contains(ITEM), loans(OTHER));
  }

  @Test
  void renewsALoanThatAKioskHandedInOnALaterDayOnly() {
    Loans.handIn(
        client,
        Loans.json("k1.0123456789abcdef.7.1", 1, OTHER, "1000000016", "2026-11-20T05:05:00Z"));
    assertEquals(
        "{\"outcome\":\"REFUSED\",\"reason\":\"NOT_LATER\",\"due\":\"2026-12-05\"}",
        renew("1000000016", OTHER));
  }

  @Test
  void keepsALoanThatWasGivenBackUntilStaffHaveLookedAtIt() throws Exception {
    String taken = giveBack(ITEM, OWNER);

    assertTrue(taken.startsWith("{\"outcome\":\"TAKEN\""), taken);
    assertEquals(taken, giveBack(ITEM, OWNER));
    assertTrue(loans(OWNER).contains("\"givenBack\":true"), loans(OWNER));
    assertEquals("{\"outcome\":\"NOT_ON_LOAN\"}", renew(ITEM, OWNER));
    assertEquals(List.of("2026-11-25 0"), stored());
  }

  @Test
  void neverTakesBackTheLoanOfAnother() throws Exception {
    assertEquals("{\"outcome\":\"NOT_ON_LOAN\"}", giveBack(ITEM, OTHER));
    assertEquals("{\"outcome\":\"NOT_ON_LOAN\"}", giveBack("1999999999", OTHER));
    assertFalse(loans(OWNER).contains("true"), loans(OWNER));
  }

  @Test
  void staffSeeWhatWasPutBackAndWhereAndCloseIt() throws Exception {
    giveBack(ITEM, OWNER);
    try (CentralStore store = CentralStore.open(DemoLibrary.config(folder, 0).storeSettings())) {
      PutBackItem item = store.putBack().getFirst();
      assertEquals(ITEM, item.item().number());
      assertEquals("k1", item.kiosk());
      assertTrue(store.checkIn(item.item(), CentralClient.NOW));
      assertFalse(store.checkIn(item.item(), CentralClient.NOW));
      assertEquals(List.of(), store.putBack());
    }

    assertFalse(loans(OWNER).contains(ITEM), loans(OWNER));
    assertEquals("AVAILABLE", Loans.status(client, ITEM, OTHER));
  }

  @Test
  void lateLoanDoesNotTakeOverFromOneThatWasGivenBack() throws Exception {
    giveBack(ITEM, OWNER);

    JsonObject result = Loans.handIn(
        client,
        Loans.json(
            "k2.0123456789abcdef.7.1", "k2", 1, OTHER, ITEM, "2026-11-05T05:05:00Z", "SYNCED"));

    assertEquals("ITEM_ON_LOAN_TO_ANOTHER", result.get("reason").getAsString());
    assertTrue(loans(OWNER).contains(ITEM), loans(OWNER));
  }

  @Test
  void putsTheHoldBackWhenTheLoanThatFulfilledItIsCancelled() throws Exception {
    List<String> before = holds();
    String held = before.getFirst().split(" ", -1)[0];
    String waiting = before.getFirst().split(" ", -1)[1];
    Loans.handIn(
        client, Loans.json("k1.0123456789abcdef.7.1", 1, waiting, held, "2026-11-20T05:05:00Z"));
    assertFalse(holds().contains(before.getFirst()), holds().toString());

    Loans.handIn(client, """
        {"key":"k1.0123456789abcdef.7.2","schema":1,"kind":"CANCELLATION","kiosk":"k1","epoch":7,\
        "sequence":2,"patron":"%s","item":"%s","loan":"k1.0123456789abcdef.7.1"}""".formatted(waiting, held));

    assertEquals(before, holds());
    assertFalse(loans(waiting).contains(held), loans(waiting));
  }

  private List<String> holds() throws Exception {
    return Rows.of(folder.resolve("central.db"), "SELECT item, patron FROM holds ORDER BY item");
  }

  private String giveBack(String item, String patron) {
    return client
        .ask(
            "/v1/provisional-returns",
            "{\"barcode\":\"%s\",\"patron\":\"%s\"}".formatted(item, patron))
        .toString();
  }

  private String renew(String item, String patron) {
    return client
        .ask("/v1/loan-renewals", "{\"barcode\":\"%s\",\"patron\":\"%s\"}".formatted(item, patron))
        .toString();
  }

  private String loans(String patron) {
    return client
        .ask("/v1/own-loan-lookups", "{\"patron\":\"%s\"}".formatted(patron))
        .toString();
  }

  private static String first(String loans) {
    return JsonParser.parseString(loans)
        .getAsJsonObject()
        .getAsJsonArray("loans")
        .get(0)
        .getAsJsonObject()
        .get("barcode")
        .getAsString();
  }

  private String lookUp(String item, String patron) {
    return client
        .ask("/v1/item-lookups", "{\"barcode\":\"%s\",\"patron\":\"%s\"}".formatted(item, patron))
        .getAsJsonObject("item")
        .get("due")
        .getAsString();
  }

  private List<String> stored() throws Exception {
    return Rows.of(
        folder.resolve("central.db"),
        "SELECT due, renewals FROM loans WHERE item = '" + ITEM + "' AND ended_at IS NULL");
  }
}

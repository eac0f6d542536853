package org.kashidashi.central.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kashidashi.central.CentralClient;
import org.kashidashi.central.circulation.Arrival;
import org.kashidashi.central.circulation.ClockTrust;
import org.kashidashi.central.circulation.LoanOperation;
import org.kashidashi.central.circulation.OperationResult;
import org.kashidashi.central.circulation.Origin;
import org.kashidashi.central.demo.DemoLibrary;
import org.kashidashi.central.staff.StaffAccount;
import org.kashidashi.sync.circulation.ItemBarcode;
import org.kashidashi.sync.circulation.PatronId;

/** Databases of every earlier version, with loans in them, become those of this one. */
class UpgradeTest {
  private static final List<String> FILES = List.of(
      "V0001__circulation.sql",
      "V0002__kiosks.sql",
      "V0003__repeated_enrolment.sql",
      "V0004__renewals.sql",
      "V0005__taking_back_and_closing.sql",
      "V0006__registry.sql",
      "V0007__monthly_renewals.sql",
      "V0008__registration_forms.sql");

  /** From this version on a link has the day on which it was made. */
  private static final int DAYS_OF_LINKS = 6;

  @TempDir
  private Path folder = Path.of("");

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void keepsLoansAndFirstResultsFromEveryEarlierVersion(int version) throws Exception {
    makeOf(version);
    StoreSettings settings = DemoLibrary.config(folder, 0).storeSettings();
    LoanOperation old = loan("k1.0123456789abcdef.7.1", 1, "1000000016");
    try (CentralStore store = CentralStore.open(settings)) {
      assertEquals(
          1, store.standing(old.patron(), CentralClient.NOW).orElseThrow().loansOut());
      LoanOperation next = loan("k1.0123456789abcdef.7.2", 2, "1000000024");
      OperationResult first = store.apply(next, CentralClient.ARRIVAL);
      assertEquals(first, store.apply(next, new Arrival(CentralClient.NOW, Optional.of("unused"))));
      assertEquals(List.of(), store.kiosks().all());
    }
    Path database = settings.database();
    assertEquals(
        List.of(Integer.toString(Migrations.newest())), Rows.of(database, "PRAGMA user_version"));
    assertEquals(
        List.of("k1.0123456789abcdef.7.1 ACCEPTED null", "k1.0123456789abcdef.7.2 ACCEPTED null"),
        Rows.of(
            database,
            "SELECT operation_key, outcome, certificate FROM operations ORDER BY sequence"));
    assertEquals(List.of(), Rows.of(database, "PRAGMA foreign_key_check"));
    assertEquals(
        List.of("9999900120 ACTIVE 1 null null"),
        Rows.of(
            database,
            "SELECT patron, state, made_on IS NOT NULL, sealed_identifier, sealed_card_key"
                + " FROM links"));
    assertEquals(
        List.of("OVER_LIMIT null"),
        Rows.of(database, "SELECT reason, settled_at FROM staff_exceptions"));
  }

  @ParameterizedTest
  @ValueSource(ints = {6, 7, 8})
  void givesAnotherNameToAnAccountThatHasTheOperators(int version) throws Exception {
    makeOf(version);
    Path database = folder.resolve("central.db");
    Rows.of(database, "INSERT INTO staff VALUES ('operator', 'CIRCULATION', 'x') RETURNING name");
    Rows.of(
        database,
        "INSERT INTO staff_tickets VALUES ('d', 'operator', 'c1', 'x', 'x') RETURNING name");
    try (CentralStore store = CentralStore.open(DemoLibrary.config(folder, 0).storeSettings())) {
      List<StaffAccount> accounts = store.staff().all();
      assertEquals(1, accounts.size());
      assertTrue(accounts.getFirst().name().name().matches("operator-[0-9a-f]{6}"), "" + accounts);
    }
    assertEquals(List.of(), Rows.of(database, "SELECT name FROM staff_tickets"));
  }

  @Test
  void isTriedFromEveryEarlierVersion() {
    assertEquals(Migrations.newest() - 1, FILES.size());
  }

  /** As the program of that version left it. */
  private void makeOf(int version) throws Exception {
    try (Connection connection = Rows.connect(folder.resolve("central.db"));
        Statement statement = connection.createStatement()) {
      for (String file : FILES.subList(0, version)) {
        for (String part : text(file).split(";\\s*\n", -1)) {
          if (!part.isBlank()) {
            statement.executeUpdate(part);
          }
        }
      }
      statement.executeUpdate("PRAGMA user_version = " + version);
      statement.executeUpdate(
          "INSERT INTO patrons VALUES ('9999900120', '2027-03-31', 'AT_COUNTER', 'RESIDENT', 30,"
              + " 15)");
      for (String item : List.of("1000000016", "1000000024")) {
        statement.executeUpdate("INSERT INTO items VALUES ('" + item + "', '見本', 'STANDARD')");
      }
      statement.executeUpdate(
          "INSERT INTO operations (operation_key, fingerprint, outcome, due, reason, kiosk, epoch,"
              + " sequence, received_at) VALUES ('k1.0123456789abcdef.7.1', 'f', 'ACCEPTED',"
              + " '2026-12-05', NULL, 'k1', 7, 1, '2026-11-20T05:05:00Z')");
      statement.executeUpdate(
          "INSERT INTO loans (operation_key, item, patron, lent_at, due, due_told, kiosk, epoch,"
              + " sequence, ended_at, ending) VALUES ('k1.0123456789abcdef.7.1', '1000000016',"
              + " '9999900120', '2026-11-20T05:05:00Z', '2026-12-05', NULL, 'k1', 7, 1, NULL, NULL)");
      statement.executeUpdate("INSERT INTO links (library, kind, identifier, state, patron) VALUES"
          + " ('demo', 'USER_IDENTIFIER', 'digest', 'ACTIVE', '9999900120')");
      if (version >= DAYS_OF_LINKS) {
        statement.executeUpdate("UPDATE links SET made_on = '2026-11-20'");
      }
      statement.executeUpdate("INSERT INTO staff_exceptions (operation_key, reason, fingerprint,"
          + " patron, item, lent_at, other_patron, filed_at) VALUES ('k1.0.7.0', 'OVER_LIMIT',"
          + " 'f', '9999900120', '1000000016', NULL, NULL, '2026-11-20T05:05:00Z')");
    }
  }

  private static LoanOperation loan(String key, long sequence, String item) {
    return new LoanOperation(
        key,
        new Origin("k1", 7, sequence),
        new PatronId("9999900120"),
        new ItemBarcode(item),
        CentralClient.NOW,
        ClockTrust.SYNCED,
        Optional.empty(),
        Set.of());
  }

  private static String text(String file) throws Exception {
    try (InputStream stream =
        Objects.requireNonNull(Migrations.class.getResourceAsStream("migrations/" + file))) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}

package org.kashidashi.central.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kashidashi.central.CentralClient;
import org.kashidashi.central.circulation.ClockTrust;
import org.kashidashi.central.circulation.LoanOperation;
import org.kashidashi.central.circulation.Operation;
import org.kashidashi.central.circulation.Origin;
import org.kashidashi.central.circulation.StaffReason;
import org.kashidashi.central.circulation.UnknownOperation;
import org.kashidashi.central.demo.DemoLibrary;
import org.kashidashi.central.registry.FoundLink;
import org.kashidashi.sync.circulation.ItemBarcode;
import org.kashidashi.sync.circulation.PatronId;
import org.kashidashi.sync.registry.IdentifierKind;
import org.kashidashi.sync.registry.PersonIdentifier;

class CentralStoreTest {
  private static final PatronId PATRON = new PatronId("9999900120");
  private static final PatronId OTHER = new PatronId("9999900898");
  private static final ItemBarcode ITEM = new ItemBarcode("1000000016");
  private static final PersonIdentifier PERSON =
      new PersonIdentifier(IdentifierKind.USER_IDENTIFIER, "SIM-USER-0001");

  @TempDir
  private Path folder = Path.of("");

  @Test
  void makesDatabaseAndKeyForTheOwnerOnly() throws Exception {
    open().close();
    for (String file : new String[] {"central.db", "central.db.key"}) {
      assertEquals(
          "rw-------",
          PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(file))));
    }
  }

  @Test
  void keepsNoIdentifierInClear() throws Exception {
    DemoLibrary.load(DemoLibrary.config(folder, 0));
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        assertFalse(bytes.contains("SIM-USER"), file.toString());
      }
    }
    try (CentralStore store = open()) {
      assertEquals(new FoundLink.Linked(PATRON, Optional.empty()), store.link(PERSON));
      assertEquals(
          new FoundLink.NotLinked(),
          store.link(new PersonIdentifier(IdentifierKind.MYKEY_ID, "SIM-USER-0001")));
    }
  }

  @Test
  void keepsTheLinksOfLibrariesApart() throws Exception {
    DemoLibrary.load(DemoLibrary.config(folder, 0));
    StoreSettings other =
        new StoreSettings(settings().database(), "other", settings().rules());
    try (CentralStore store = CentralStore.open(other)) {
      assertEquals(new FoundLink.NotLinked(), store.link(PERSON));
    }
  }

  @Test
  void refusesToStartWithoutItsKey() throws Exception {
    open().close();
    Files.delete(key());
    String message = assertThrows(StoreDamagedException.class, this::open).getMessage();
    assertTrue(String.valueOf(message).contains("is missing"), message);
    assertFalse(Files.exists(key()));
  }

  @Test
  void refusesToStartWithAnotherKey() throws Exception {
    open().close();
    Files.write(key(), new byte[32]);
    assertThrows(StoreDamagedException.class, this::open);
  }

  @Test
  void refusesToStartWithACutKey() throws Exception {
    open().close();
    Files.write(key(), new byte[31]);
    assertThrows(StoreDamagedException.class, this::open);
  }

  @Test
  void refusesToStartWithAKeyThatOthersMayRead() throws Exception {
    open().close();
    Files.setPosixFilePermissions(key(), PosixFilePermissions.fromString("rw-r--r--"));
    assertThrows(StoreUnavailableException.class, this::open);
  }

  @Test
  void refusesToStartWithAFileThatIsNoDatabase() throws Exception {
    Files.writeString(folder.resolve("central.db"), "貸出太郎".repeat(1000));
    assertThrows(StoreDamagedException.class, this::open);
  }

  @Test
  void refusesToStartWithADamagedPage() throws Exception {
    DemoLibrary.load(DemoLibrary.config(folder, 0));
    byte[] bytes = Files.readAllBytes(folder.resolve("central.db"));
    Arrays.fill(bytes, 2 * 4096, 3 * 4096, (byte) 0x5a);
    Files.write(folder.resolve("central.db"), bytes);
    assertThrows(StoreDamagedException.class, this::open);
  }

  @Test
  void refusesToStartWithTablesOfANewerCentral() throws Exception {
    open().close();
    sql("PRAGMA user_version = 99");
    String message = assertThrows(StoreDamagedException.class, this::open).getMessage();
    assertTrue(String.valueOf(message).contains("99"), message);
  }

  @Test
  void refusesToStartWithoutAFolder() {
    StoreSettings nowhere = new StoreSettings(
        folder.resolve("no/such/central.db"), "demo", settings().rules());
    assertThrows(StoreUnavailableException.class, () -> CentralStore.open(nowhere));
  }

  @Test
  void saysThatItIsBusyWhileAnotherProgramWritesAndGoesOnAfterwards() throws Exception {
    DemoLibrary.load(DemoLibrary.config(folder, 0));
    try (CentralStore store = open()) {
      try (Connection other = connect();
          Statement statement = other.createStatement()) {
        statement.execute("BEGIN IMMEDIATE");
        assertThrows(
            StoreBusyException.class, () -> store.apply(loan("k1-7-1"), CentralClient.ARRIVAL));
        assertTrue(store.standing(PATRON, CentralClient.NOW).isPresent());
        statement.execute("ROLLBACK");
      }
      assertEquals(
          Optional.empty(), store.apply(loan("k1-7-1"), CentralClient.ARRIVAL).reason());
    }
    assertEquals(List.of("1"), query("SELECT COUNT(*) FROM loans WHERE operation_key = 'k1-7-1'"));
  }

  @Test
  void erasesThePatronFromALoanThatIsClosed() throws Exception {
    DemoLibrary.load(DemoLibrary.config(folder, 0));
    try (CentralStore store = open()) {
      store.apply(loan("k1-7-1"), CentralClient.ARRIVAL);
      store.apply(loan("k2-7-1", "k2", OTHER), CentralClient.ARRIVAL);
    }
    assertEquals(
        List.of("null LENT_ON"),
        query("SELECT patron, ending FROM loans WHERE operation_key = 'k1-7-1'"));
  }

  @Test
  void tellsStaffWhoBothPatronsAre() throws Exception {
    DemoLibrary.load(DemoLibrary.config(folder, 0));
    try (CentralStore store = open()) {
      store.apply(loan("k1-7-1"), CentralClient.ARRIVAL);
      store.apply(loan("k2-7-1", "k2", OTHER), CentralClient.ARRIVAL);
    }
    assertEquals(
        List.of("k2-7-1 ITEM_ON_LOAN_TO_ANOTHER 9999900898 1000000016 9999900120"),
        query("SELECT operation_key, reason, patron, item, other_patron FROM staff_exceptions"));
  }

  @Test
  void filesEachTroubleOnceHoweverOftenItComes() throws Exception {
    DemoLibrary.load(DemoLibrary.config(folder, 0));
    Operation unknown = new UnknownOperation("k1-7-9", 2, "{}");
    try (CentralStore store = open()) {
      store.apply(loan("k1-7-1"), CentralClient.ARRIVAL);
      for (int count = 0; count < 3; count++) {
        store.apply(unknown, CentralClient.ARRIVAL);
        store.apply(loan("k1-7-1", "k1", OTHER), CentralClient.ARRIVAL);
      }
    }
    assertEquals(
        List.of("k1-7-1 KEY_REUSED 9999900898", "k1-7-9 SCHEMA_UNKNOWN null"),
        query("SELECT operation_key, reason, patron FROM staff_exceptions ORDER BY operation_key"));
    assertEquals(
        List.of("k1-7-1"), query("SELECT operation_key FROM operations"), "rejected: no row");
  }

  @Test
  void filesEveryReason() throws Exception {
    DemoLibrary.load(DemoLibrary.config(folder, 0));
    LoanOperation loan = new LoanOperation(
        "k1-7-1",
        new Origin("k1", 7, 1),
        new PatronId("9999900237"),
        new ItemBarcode("1000000107"),
        CentralClient.NOW,
        ClockTrust.UNKNOWN,
        Optional.empty(),
        Set.of());
    try (CentralStore store = open()) {
      assertEquals(
          Optional.of(StaffReason.ITEM_NOT_FOR_LOAN),
          store.apply(loan, CentralClient.ARRIVAL).reason());
    }
    assertEquals(
        List.of("CLOCK_UNTRUSTED", "ITEM_NOT_FOR_LOAN", "PATRON_EXPIRED"),
        query("SELECT reason FROM staff_exceptions ORDER BY reason"));
  }

  @Test
  void keepsAQuarantinedLoanAsItCame() throws Exception {
    try (CentralStore store = open()) {
      store.apply(loan("k1-7-1"), CentralClient.ARRIVAL);
    }
    assertEquals(
        List.of("9999900120 1000000016 2026-11-20T05:05:00Z SYNCED"),
        query("SELECT patron, item, lent_at, clock FROM quarantined_loans"));
    assertEquals(List.of("0"), query("SELECT COUNT(*) FROM loans"));
  }

  @Test
  void refusesWorkOnceItIsClosed() throws Exception {
    CentralStore store = open();
    store.close();
    assertThrows(StoreBusyException.class, store::check);
  }

  private CentralStore open() throws StoreException {
    return CentralStore.open(settings());
  }

  private StoreSettings settings() {
    return DemoLibrary.config(folder, 0).storeSettings();
  }

  private Path key() {
    return folder.resolve("central.db.key");
  }

  private static LoanOperation loan(String key) {
    return loan(key, "k1", PATRON);
  }

  private static LoanOperation loan(String key, String kiosk, PatronId patron) {
    return new LoanOperation(
        key,
        new Origin(kiosk, 7, 1),
        patron,
        ITEM,
        CentralClient.NOW,
        ClockTrust.SYNCED,
        Optional.empty(),
        Set.of());
  }

  private Connection connect() throws Exception {
    return Rows.connect(folder.resolve("central.db"));
  }

  private void sql(String text) throws Exception {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(text);
    }
  }

  /** Each row as its values with blanks between. */
  private List<String> query(String text) throws Exception {
    return Rows.of(folder.resolve("central.db"), text);
  }
}

package org.kashidashi.sync.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.kashidashi.sync.store.StoreSamples.NOW;
import static org.kashidashi.sync.store.StoreSamples.PATRON;
import static org.kashidashi.sync.store.StoreSamples.barcode;
import static org.kashidashi.sync.store.StoreSamples.lend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kashidashi.sync.circulation.PatronId;
import org.kashidashi.sync.outbox.OutboxEntry;
import org.kashidashi.sync.outbox.OutboxStatus;
import org.kashidashi.sync.registry.CardKey;
import org.kashidashi.sync.registry.IdentifierKind;
import org.kashidashi.sync.registry.LinkAnswer;
import org.kashidashi.sync.registry.PersonIdentifier;

/** Every released version of the schema, with a full outbox, opens with this program. */
final class MigrationsTest {
  private static final Path GOLDEN =
      Path.of("src/test/resources/org/kashidashi/sync/store/upgrade");
  private static final byte[] SECRET = new byte[32];
  private static final List<String> TABLES =
      List.of("kiosk", "loans", "outbox", "patrons", "items", "open_sessions", "links");
  private static final PersonIdentifier PERSON =
      new PersonIdentifier(IdentifierKind.MYKEY_ID, "TEST0001");
  private static final CardKey KEY = new CardKey(new byte[] {3, 4});

  @TempDir
  Path directory;

  static Stream<Integer> versions() {
    return IntStream.rangeClosed(1, Migrations.SCRIPTS.size()).boxed();
  }

  @ParameterizedTest
  @MethodSource("versions")
  void outboxOfEveryVersionSurvivesTheUpgrade(int version) throws Exception {
    if ("write".equals(System.getProperty("golden")) && version == Migrations.SCRIPTS.size()) {
      writeGolden(version);
    }
    makeStoreOf(version);

    try (Store store = StoreSamples.open(directory)) {
      List<OutboxEntry> pending = store.pending(100);

      assertEquals(
          List.of(barcode(2), barcode(3)),
          pending.stream().map(OutboxEntry::item).toList());
      assertEquals(
          List.of(PATRON, PATRON), pending.stream().map(OutboxEntry::patron).toList());
      assertEquals(
          List.of("k1.00112233445566aa.1.2", "k1.00112233445566aa.1.3"),
          pending.stream().map(entry -> entry.key().text()).toList());
      assertEquals(1, store.outboxCounts().confirmed());
      assertEquals(1, store.outboxCounts().parked());
      assertEquals(7, store.patron(PATRON).orElseThrow().standing().loansOut());
      LinkAnswer.Linked link = store.linkCache().find(PERSON).orElseThrow().value();
      assertEquals(PATRON, link.patron());
      assertEquals(
          version < 4 ? Optional.empty() : Optional.of(KEY), link.cardKey(), "of V" + version);
      lend(store, new PatronId("9999900018"), 9);
      assertEquals(5, store.pending(100).getLast().key().sequence());
    }
  }

  @Test
  void everyScriptInTheFolderIsListedInOrder() throws Exception {
    try (Stream<Path> files = Files.list(Path.of("src/main/resources/org/kashidashi/sync/store"))) {
      List<String> scripts =
          files.map(file -> file.getFileName().toString()).sorted().toList();
      assertEquals(scripts, Migrations.SCRIPTS);
    }
    for (int number = 1; number <= Migrations.SCRIPTS.size(); number++) {
      assertEquals(
          "V%04d__".formatted(number), Migrations.SCRIPTS.get(number - 1).substring(0, 7));
    }
  }

  @Test
  void storeOfANewerProgramIsRefusedAndLeftAlone() throws Exception {
    StoreSamples.open(directory).close();
    run("PRAGMA user_version = 99");

    assertThrows(StoreRefusedException.class, () -> StoreSamples.open(directory));

    assertEquals(List.of("99"), query("PRAGMA user_version"));
  }

  @Test
  void oldSqliteIsRefused() throws Exception {
    for (String old : List.of("3.40.1", "3.51.2", "3.7.0", "2.99.99", "", "new")) {
      assertThrows(StoreRefusedException.class, () -> StoreOpening.requireSoundSqlite(old), old);
    }
    for (String sound : List.of("3.51.3", "3.54.1", "3.100.0", "4.0.0")) {
      StoreOpening.requireSoundSqlite(sound);
    }
  }

  private void makeStoreOf(int version) throws Exception {
    Path key = directory.resolve("kiosk.db.key");
    KeyFile.createOwnerOnly(key);
    Files.write(key, SECRET);
    for (int number = 1; number <= version; number++) {
      run(Migrations.read(Migrations.SCRIPTS.get(number - 1)));
    }
    run("PRAGMA user_version = " + version);
    run(golden(version));
  }

  private static String golden(int version) throws IOException {
    return Files.readString(GOLDEN.resolve("V%04d.sql".formatted(version)));
  }

  /** Four loans: one confirmed, two waiting, one parked. */
  private void writeGolden(int version) throws Exception {
    Path key = directory.resolve("kiosk.db.key");
    KeyFile.createOwnerOnly(key);
    Files.write(key, SECRET);
    try (Store store = StoreSamples.open(directory)) {
      store.remember(StoreSamples.standing(PATRON));
      store.linkCache().remember(PERSON, new LinkAnswer.Linked(PATRON, Optional.of(KEY)), NOW);
      for (int item = 1; item <= 4; item++) {
        lend(store, PATRON, item);
      }
      List<OutboxEntry> pending = store.pending(10);
      settle(store, pending.getFirst(), OutboxStatus.CONFIRMED);
      settle(store, pending.getLast(), OutboxStatus.PARKED);
    }
    byte[] digest =
        new Seal(SECRET, new SecureRandom()).digest(Seal.Purpose.STORE, "00112233445566aa");
    run("UPDATE kiosk SET store = '00112233445566aa', secret_digest = X'%s'"
        .formatted(HexFormat.of().formatHex(digest)));
    StringBuilder script = new StringBuilder();
    for (String table : TABLES) {
      List<String> columns = query("SELECT name FROM pragma_table_info('%s')".formatted(table));
      String quoted = String.join(
          " || ', ' || ", columns.stream().map("quote(%s)"::formatted).toList());
      for (String values : query("SELECT %s FROM %s".formatted(quoted, table))) {
        script.append("INSERT INTO %s (%s) VALUES (%s);\n"
            .formatted(table, String.join(", ", columns), values));
      }
    }
    Files.createDirectories(GOLDEN);
    Files.writeString(GOLDEN.resolve("V%04d.sql".formatted(version)), script);
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
  }

  private static void settle(Store store, OutboxEntry entry, OutboxStatus status)
      throws StoreException {
    store.settle(List.of(new Settlement(entry.key(), status, Optional.empty(), "")), NOW);
  }

  private void run(String script) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(script);
    }
  }

  private List<String> query(String sql) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      while (row.next()) {
        rows.add(row.getString(1));
      }
    }
    return rows;
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + StoreSamples.file(directory));
  }
}

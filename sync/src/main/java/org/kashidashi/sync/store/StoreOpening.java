package org.kashidashi.sync.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;

/** The checks that a store passes before anything is read from it or written to it. */
final class StoreOpening {
  /** What SQLite says of a file that is whole (PRAGMA quick_check). */
  static final String SOUND = "ok";

  /** 3.7.0 to 3.51.2 can lose committed writes when the write-ahead log is reset. */
  private static final int[] OLDEST_SQLITE = {3, 51, 3};

  private StoreOpening() {}

  static Seal seal(StoreSettings settings, SecureRandom random) throws StoreException {
    Path file = settings.file();
    Path keyFile = settings.keyFile();
    try {
      boolean written = Files.exists(file) && Files.size(file) > 0;
      if (Files.exists(keyFile)) {
        return new Seal(KeyFile.read(keyFile), random);
      }
      if (written) {
        throw new StoreRefusedException(
            "store %s is there but its key file %s is not; put the key file back"
                .formatted(file, keyFile));
      }
      return new Seal(KeyFile.create(keyFile, random), random);
    } catch (IOException e) {
      throw new StoreFailedException("store %s cannot be looked at".formatted(file), e);
    }
  }

  static Database database(StoreSettings settings) throws SQLException, StoreException {
    try {
      if (!Files.exists(settings.file())) {
        KeyFile.createOwnerOnly(settings.file());
      }
    } catch (IOException e) {
      throw new StoreFailedException("store %s cannot be made".formatted(settings.file()), e);
    }
    Database database = Database.open(settings);
    try {
      requireSoundSqlite(database.text("SELECT sqlite_version()"));
      requireSoundFile(settings.file(), database);
      Migrations.run(database);
      return database;
    } catch (SQLException | StoreException | RuntimeException e) {
      try {
        database.close();
      } catch (SQLException closing) {
        e.addSuppressed(closing);
      }
      throw e;
    }
  }

  static void requireSoundSqlite(String version) throws StoreRefusedException {
    int[] numbers;
    try {
      numbers =
          Arrays.stream(version.split("\\.", -1)).mapToInt(Integer::parseInt).toArray();
    } catch (NumberFormatException e) {
      throw new StoreRefusedException("SQLite calls itself '%s'".formatted(version), e);
    }
    if (Arrays.compare(numbers, OLDEST_SQLITE) < 0) {
      throw new StoreRefusedException(
          "SQLite %s can lose committed loans, need 3.51.3 or later".formatted(version));
    }
  }

  static String verdict(Database database) throws SQLException {
    return database.text("PRAGMA quick_check(1)");
  }

  /** Every page that holds anything belongs to one of them. */
  static List<String> tables(Database database) throws SQLException {
    return database.texts("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name");
  }

  /** Of one table and its indexes. */
  static String verdict(Database database, String table) throws SQLException {
    return database.text("PRAGMA quick_check('%s')".formatted(table.replace("'", "''")));
  }

  /** A damaged page is told as a row, not as an error. */
  private static void requireSoundFile(Path file, Database database)
      throws SQLException, StoreDamagedException {
    String verdict = verdict(database);
    if (!verdict.equals(SOUND)) {
      throw new StoreDamagedException(
          "store %s is damaged (%s); keep the file, call a technician, and use another kiosk"
              .formatted(file, verdict));
    }
  }
}

package org.kashidashi.central.store;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.sqlite.SQLiteConfig;

/** One connection to the database file. Confined to the thread that opened it. */
final class Database implements AutoCloseable {
  /** How long we wait for another program, such as a load, before we say that we are busy. */
  private static final Duration BUSY = Duration.ofSeconds(2);

  /** Pages in the log before it is moved into the database. */
  private static final int CHECKPOINT_PAGES = 200;

  private static final List<String> PRAGMAS = List.of(
      "PRAGMA journal_mode = WAL",
      "PRAGMA synchronous = FULL",
      "PRAGMA busy_timeout = " + BUSY.toMillis(),
      "PRAGMA foreign_keys = ON",
      "PRAGMA trusted_schema = OFF",
      "PRAGMA cell_size_check = ON",
      // What is erased of a patron is overwritten.
      "PRAGMA secure_delete = ON",
      "PRAGMA wal_autocheckpoint = " + CHECKPOINT_PAGES);

  private final Connection connection;

  private Database(Connection connection) {
    this.connection = connection;
  }

  static Database open(Path path) throws StoreException {
    createForOwnerOnly(path);
    StoreFault fault = new StoreFault(path);
    try {
      Connection connection = connect(path);
      try {
        prepare(path, connection);
        return new Database(connection);
      } catch (SQLException | StoreException e) {
        connection.close();
        throw e;
      }
    } catch (SQLException e) {
      throw fault.of(e);
    }
  }

  Connection connection() {
    return connection;
  }

  /**
   * Does all of the work or nothing of it. Nobody else writes meanwhile.
   *
   * @param keep whether the work's result is worth keeping
   */
  <T> T inTransaction(Callable<T> work, Predicate<T> keep) throws Exception {
    execute("BEGIN IMMEDIATE");
    try {
      T value = work.call();
      execute(keep.test(value) ? "COMMIT" : "ROLLBACK");
      return value;
    } catch (Exception | Error e) {
      rollBackAfter(e);
      throw e;
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }

  /** On a full disk and the like SQLite has rolled back by itself, and says so. */
  private void rollBackAfter(Throwable failure) {
    try {
      execute("ROLLBACK");
    } catch (SQLException e) {
      failure.addSuppressed(e);
    }
  }

  private void execute(String statement) throws SQLException {
    try (Statement prepared = connection.createStatement()) {
      prepared.execute(statement);
    }
  }

  private static void createForOwnerOnly(Path path) throws StoreUnavailableException {
    try {
      Files.createFile(path, KeyFile.OWNER_ONLY);
    } catch (FileAlreadyExistsException _) {
      // The usual case: it has been made before. What it holds is checked next.
      return;
    } catch (IOException e) {
      throw new StoreUnavailableException(
          "database '%s' cannot be made: make its folder, and let this user write there"
              .formatted(path),
          e);
    }
  }

  private static Connection connect(Path path) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout((int) BUSY.toMillis());
    return config.createConnection("jdbc:sqlite:" + path.toAbsolutePath());
  }

  private static void prepare(Path path, Connection connection)
      throws SQLException, StoreDamagedException {
    try (Statement statement = connection.createStatement()) {
      for (String pragma : PRAGMAS) {
        statement.execute(pragma);
      }
    }
    // A damaged page is told in a row, not by an exception.
    List<String> findings =
        new Sql(connection).all("PRAGMA quick_check", row -> row.text("quick_check"));
    if (!findings.equals(List.of("ok"))) {
      throw new StoreDamagedException(
          "database '%s' is damaged (%d findings): keep the file, restore a backup"
              .formatted(path, findings.size()));
    }
    if (Migrations.version(connection) > Migrations.newest()) {
      throw new StoreDamagedException(
          "database '%s' has tables of version %d, this central knows up to %d: install the newer"
                  .formatted(path, Migrations.version(connection), Migrations.newest())
              + " central");
    }
  }
}

package org.kashidashi.sync.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The one connection to the store's file.
 *
 * <p>Confined to the store's thread. Errors are the driver's own; {@link SqlFailures} translates
 * them above.
 */
final class Database implements AutoCloseable {
  /** Work inside one transaction. */
  @FunctionalInterface
  interface Work<T> {
    T run() throws SQLException, StoreException;
  }

  private static final int PAGE_BYTES = 4096;

  /** 4 MiB: checkpoints are rare, since a flash card that lies can do harm only there. */
  private static final int CHECKPOINT_PAGES = 1000;

  /** A recycled write-ahead log costs one flush for each commit, a growing one two. */
  private static final int LOG_BYTES = 8 << 20;

  private static final int BUSY_MILLISECONDS = 5000;

  /** A part of the limit that only work which makes room may use. */
  private static final int RESERVE_PART = 8;

  private final Connection connection;
  private final long pagesMaximum;

  /** Prepared once for each text. The texts are constants of the row classes, so it is bounded. */
  private final Map<String, PreparedStatement> statements = new HashMap<>();

  private Database(Connection connection, long pagesMaximum) {
    this.connection = connection;
    this.pagesMaximum = pagesMaximum;
  }

  static Database open(StoreSettings settings) throws SQLException {
    Connection connection = DriverManager.getConnection("jdbc:sqlite:" + settings.file());
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA busy_timeout = " + BUSY_MILLISECONDS);
      // Nobody else, not even a technician's shell, while the kiosk runs; and no -shm file.
      statement.execute("PRAGMA locking_mode = EXCLUSIVE");
      statement.execute("PRAGMA page_size = " + PAGE_BYTES);
      statement.execute("PRAGMA journal_mode = WAL");
      // FULL flushes the log at every commit. NORMAL would lose the last loans at a power cut.
      statement.execute("PRAGMA synchronous = FULL");
      statement.execute("PRAGMA foreign_keys = ON");
      statement.execute("PRAGMA secure_delete = ON");
      statement.execute("PRAGMA trusted_schema = OFF");
      statement.execute("PRAGMA cell_size_check = ON");
      statement.execute("PRAGMA wal_autocheckpoint = " + CHECKPOINT_PAGES);
      statement.execute("PRAGMA journal_size_limit = " + LOG_BYTES);
      long pagesMaximum = settings.maximumBytes() / PAGE_BYTES;
      statement.execute("PRAGMA max_page_count = " + lessReserve(pagesMaximum));
      return new Database(connection, pagesMaximum);
    } catch (SQLException e) {
      try {
        connection.close();
      } catch (SQLException closing) {
        e.addSuppressed(closing);
      }
      throw e;
    }
  }

  /** The statement of this text, prepared once, its parameters to be set anew. */
  PreparedStatement statement(String sql) throws SQLException {
    PreparedStatement known = statements.get(sql);
    if (known != null) {
      return known;
    }
    PreparedStatement prepared = connection.prepareStatement(sql);
    statements.put(sql, prepared);
    return prepared;
  }

  /** All or nothing, and durable when it returns. A transaction that changed nothing is free. */
  <T> T transaction(Work<T> work) throws SQLException, StoreException {
    T result;
    try {
      statement("BEGIN IMMEDIATE").execute();
      result = work.run();
      statement("COMMIT").execute();
    } catch (SQLException | StoreException | RuntimeException e) {
      try {
        discardStatements();
        script("ROLLBACK");
      } catch (SQLException rollback) {
        // SQLite has rolled back by itself after a full disk or an I/O error.
        e.addSuppressed(rollback);
      }
      throw e;
    }
    return result;
  }

  /**
   * A transaction that leads to more room: it may use the reserve. Without it a store full of
   * loans could not note that they were confirmed, and would stay full for ever.
   */
  <T> T transactionWithReserve(Work<T> work) throws SQLException, StoreException {
    script("PRAGMA max_page_count = " + pagesMaximum);
    try {
      return transaction(work);
    } finally {
      script("PRAGMA max_page_count = " + lessReserve(pagesMaximum));
    }
  }

  /**
   * Says whether there is room under the limit, without the reserve and with what was erased.
   *
   * @param pages how many
   */
  boolean hasRoomFor(int pages) throws SQLException {
    int used = number("PRAGMA page_count") - number("PRAGMA freelist_count");
    return (long) used + pages <= lessReserve(pagesMaximum);
  }

  private static long lessReserve(long pages) {
    return pages - pages / RESERVE_PART;
  }

  /** Work of one statement, which is a transaction by itself. */
  <T> T single(Work<T> work) throws SQLException, StoreException {
    try {
      return work.run();
    } catch (SQLException e) {
      discardStatements();
      throw e;
    }
  }

  /** The driver makes a statement useless that has failed once. */
  private void discardStatements() throws SQLException {
    for (PreparedStatement statement : statements.values()) {
      statement.close();
    }
    statements.clear();
  }

  /** Runs a text of one or more statements. */
  void script(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  /** The first column of the first row. */
  String text(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      if (!rows.next()) {
        throw new IllegalStateException("no row from: " + sql);
      }
      return String.valueOf(rows.getString(1));
    }
  }

  /** The first column of all rows. */
  List<String> texts(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> texts = new ArrayList<>();
      while (rows.next()) {
        texts.add(String.valueOf(rows.getString(1)));
      }
      return texts;
    }
  }

  int number(String sql) throws SQLException {
    return Integer.parseInt(text(sql));
  }

  /** Moves the log into the file, and cuts the log to nothing. */
  void checkpoint() throws SQLException {
    if (number("PRAGMA wal_checkpoint(TRUNCATE)") != 0) {
      throw new IllegalStateException("a checkpoint was refused although nobody else has the file");
    }
  }

  @Override
  public void close() throws SQLException {
    discardStatements();
    connection.close();
  }
}

package org.kashidashi.sync.store;

import java.nio.file.Files;
import java.sql.SQLException;
import java.util.List;

/**
 * A look into a kiosk's store while no kiosk has it open: changes nothing that a loan is made of.
 *
 * <p>Confined to one thread.
 */
public final class StoreInspection implements AutoCloseable {
  private final StoreLock lock;
  private final Database database;

  private StoreInspection(StoreLock lock, Database database) {
    this.lock = lock;
    this.database = database;
  }

  /**
   * Holds the store, so that no kiosk starts beside.
   *
   * @throws StoreRefusedException another process holds it
   * @throws StoreMissingException it is not there
   * @throws StoreDamagedException it is no database
   */
  public static StoreInspection open(StoreSettings settings) throws StoreException {
    if (!Files.exists(settings.file())) {
      throw new StoreMissingException(
          "store %s is not there; a kiosk makes it at its first start".formatted(settings.file()));
    }
    StoreLock lock = StoreLock.take(settings.lockFile());
    try {
      return new StoreInspection(lock, Database.open(settings));
    } catch (SQLException e) {
      StoreException failure = SqlFailures.translate("store " + settings.file(), e);
      try (lock) {
        throw failure;
      }
    }
  }

  /** "ok", or what is wrong with the file. */
  public String integrity() throws StoreException {
    return call("integrity", () -> StoreOpening.verdict(database));
  }

  /** How many of the program's changes of the schema it has. */
  public int schema() throws StoreException {
    return call("schema", () -> database.number("PRAGMA user_version"));
  }

  public OutboxCounts outboxCounts() throws StoreException {
    return call("outbox", () -> new OutboxRows(database).counts());
  }

  /** What the library system does not have, oldest first: pending and parked. */
  public List<UnsettledEntry> unsettled(int limit) throws StoreException {
    return call("outbox", () -> new OutboxRows(database).unsettled(limit));
  }

  private static <T> T call(String doing, Database.Work<T> work) throws StoreException {
    try {
      return work.run();
    } catch (SQLException e) {
      throw SqlFailures.translate(doing, e);
    }
  }

  @Override
  public void close() throws StoreException {
    try (lock) {
      database.close();
    } catch (SQLException e) {
      throw SqlFailures.translate("closing the store", e);
    }
  }
}

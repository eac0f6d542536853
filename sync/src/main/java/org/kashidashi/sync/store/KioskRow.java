package org.kashidashi.sync.store;

import java.security.SecureRandom;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Whose store this is: the parts of every key that it makes.
 *
 * @param kiosk its id
 * @param store its own random id
 * @param epoch how often it was opened
 */
record KioskRow(String kiosk, String store, int epoch) {
  private static final int STORE_ID_BYTES = 8;

  /** Counts this start, and refuses a store of another kiosk or of another key. */
  static KioskRow start(Database database, Seal seal, String kiosk, SecureRandom random)
      throws SQLException, StoreException {
    return database.transaction(() -> {
      PreparedStatement find =
          database.statement("SELECT kiosk, store, epoch, secret_digest FROM kiosk");
      try (ResultSet row = find.executeQuery()) {
        if (!row.next()) {
          return create(database, seal, kiosk, random);
        }
        KioskRow before = new KioskRow(row.getString(1), row.getString(2), row.getInt(3));
        before.check(seal, kiosk, row.getBytes(4));
        KioskRow now = new KioskRow(before.kiosk, before.store, before.epoch + 1);
        PreparedStatement count = database.statement("UPDATE kiosk SET epoch = ?");
        count.setInt(1, now.epoch);
        count.executeUpdate();
        return now;
      }
    });
  }

  /** Writes the row as it is. */
  static int touch(Database database) throws SQLException {
    return database.statement("UPDATE kiosk SET epoch = epoch").executeUpdate();
  }

  private static KioskRow create(Database database, Seal seal, String kiosk, SecureRandom random)
      throws SQLException {
    byte[] id = new byte[STORE_ID_BYTES];
    random.nextBytes(id);
    KioskRow first = new KioskRow(kiosk, HexFormat.of().formatHex(id), 1);
    PreparedStatement insert = database.statement(
        "INSERT INTO kiosk (one, kiosk, store, epoch, secret_digest) VALUES (1, ?, ?, ?, ?)");
    insert.setString(1, first.kiosk);
    insert.setString(2, first.store);
    insert.setInt(3, first.epoch);
    insert.setBytes(4, seal.digest(Seal.Purpose.STORE, first.store));
    insert.executeUpdate();
    return first;
  }

  private void check(Seal seal, String configured, byte[] secretDigest) throws StoreException {
    if (!Arrays.equals(secretDigest, seal.digest(Seal.Purpose.STORE, store))) {
      throw new StoreRefusedException(
          "the key file beside store %s is not the one it was made with; put the right one back"
              .formatted(store));
    }
    if (!kiosk.equals(configured)) {
      throw new StoreRefusedException(
          "store %s belongs to kiosk '%s', the configuration says '%s'; set the id back, or move"
                  .formatted(store, kiosk, configured)
              + " the store away once its outbox is empty");
    }
  }
}

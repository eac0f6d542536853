package org.kashidashi.sync.store;

import java.sql.SQLException;

/** Turns SQLite's result codes into what the caller can do about them. The only such place. */
final class SqlFailures {
  private static final int PRIMARY_CODE = 0xFF;

  private SqlFailures() {}

  /**
   * @throws IllegalStateException if the code can only mean a mistake of ours
   */
  static StoreException translate(String doing, SQLException failure) {
    String message = "%s: %s".formatted(doing, failure.getMessage());
    return switch (failure.getErrorCode() & PRIMARY_CODE) {
      case 13 -> // SQLITE_FULL
        new StoreFullException(message + "; make room on the disk", failure);
      case 11, 26 -> // SQLITE_CORRUPT, SQLITE_NOTADB
        new StoreDamagedException(message + "; keep the file and call a technician", failure);
      case 3, // SQLITE_PERM
          5, // SQLITE_BUSY
          6, // SQLITE_LOCKED
          7, // SQLITE_NOMEM
          8, // SQLITE_READONLY
          10, // SQLITE_IOERR, and with it every failed fsync: never tried again on a dirty cache
          14, // SQLITE_CANTOPEN
          15, // SQLITE_PROTOCOL
          22, // SQLITE_NOLFS
          23 -> // SQLITE_AUTH
        new StoreFailedException(message + "; start the kiosk anew", failure);
      default -> throw new IllegalStateException(message, failure);
    };
  }
}

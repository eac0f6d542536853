package org.kashidashi.central.store;

import java.nio.file.Path;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;

/** Turns the driver's codes into what the caller does next; the only place that knows them. */
final class StoreFault {
  private static final int PRIMARY_CODE = 0xff;

  private final Path database;

  StoreFault(Path database) {
    this.database = database;
  }

  StoreException of(SQLException failure) {
    // The low byte is the primary result code: sqlite.org/rescode.html.
    int code = failure.getErrorCode() & PRIMARY_CODE;
    if (code == SQLiteErrorCode.SQLITE_BUSY.code || code == SQLiteErrorCode.SQLITE_LOCKED.code) {
      return new StoreBusyException(
          "database '%s' is in use by another program, try again".formatted(database), failure);
    }
    if (code == SQLiteErrorCode.SQLITE_CORRUPT.code || code == SQLiteErrorCode.SQLITE_NOTADB.code) {
      return new StoreDamagedException(
          "database '%s' is damaged (SQLite code %d): keep the file, restore a backup"
              .formatted(database, code),
          failure);
    }
    if (code == SQLiteErrorCode.SQLITE_CONSTRAINT.code
        || code == SQLiteErrorCode.SQLITE_ERROR.code
        || code == SQLiteErrorCode.SQLITE_MISUSE.code) {
      throw new IllegalStateException("statement against our own rules", failure);
    }
    return new StoreUnavailableException(
        "database '%s' cannot be used (SQLite code %d): check the disk's space and the rights"
                .formatted(database, code)
            + " to the folder",
        failure);
  }
}

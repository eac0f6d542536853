package org.kashidashi.sync.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * Where a kiosk's store is and how large it may grow.
 *
 * @param file the database; its key (.key) and lock (.lock) lie beside it. On a local file system,
 *     in a directory that exists
 * @param kiosk 1 to 32 of a-z, 0-9 and hyphen; a store belongs to one kiosk for ever
 * @param maximumBytes 256 KiB or more; 64 MiB hold a month of loans of a busy kiosk
 * @param ballastBytes room on the disk that is held for work that makes room; 0 for none
 */
public record StoreSettings(Path file, String kiosk, long maximumBytes, long ballastBytes) {
  private static final Pattern KIOSK = Pattern.compile("[a-z0-9-]{1,32}");
  private static final long LEAST_BYTES = 1L << 18;
  private static final long USUAL_BYTES = 256L << 20;

  /** A busy day of loans; with less, the last patrons of the day would be turned away half way. */
  static final long LEAST_FREE_BYTES = 2L << 20;

  /** The write-ahead log twice over, which is what working off a full outbox may need. */
  private static final long BALLAST_BYTES = 16L << 20;

  public StoreSettings {
    if (!KIOSK.matcher(kiosk).matches()) {
      throw new IllegalArgumentException(
          "kiosk id '%s', need 1 to 32 of a-z, 0-9 and hyphen".formatted(kiosk));
    }
    if (maximumBytes < LEAST_BYTES) {
      throw new IllegalArgumentException(
          "store of at most %d bytes, need %d or more".formatted(maximumBytes, LEAST_BYTES));
    }
    if (ballastBytes < 0) {
      throw new IllegalArgumentException(
          "ballast of %d bytes, need 0 or more".formatted(ballastBytes));
    }
  }

  /** The version of the schema that this program makes. */
  public static int schema() {
    return Migrations.newest();
  }

  /** For a store on a disk that somebody else looks after. */
  public static StoreSettings of(Path file, String kiosk) {
    return new StoreSettings(file, kiosk, USUAL_BYTES, 0);
  }

  /** For a kiosk, whose disk nobody looks after. */
  public static StoreSettings ofKiosk(Path file, String kiosk) {
    return new StoreSettings(file, kiosk, USUAL_BYTES, BALLAST_BYTES);
  }

  /**
   * Bytes that must be free on the disk before anything is lent: once the ballast is given up, room
   * for a new one, too.
   */
  public long leastFreeBytes() {
    if (ballastBytes == 0) {
      return 0;
    }
    return LEAST_FREE_BYTES + (Files.exists(ballastFile()) ? 0 : ballastBytes);
  }

  /** In which the database lies. */
  public Path directory() {
    return file.toAbsolutePath().resolveSibling(".").normalize();
  }

  Path ballastFile() {
    return file.resolveSibling(file.getFileName() + ".ballast");
  }

  Path keyFile() {
    return file.resolveSibling(file.getFileName() + ".key");
  }

  Path lockFile() {
    return file.resolveSibling(file.getFileName() + ".lock");
  }
}

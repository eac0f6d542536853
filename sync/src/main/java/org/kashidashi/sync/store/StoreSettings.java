package org.kashidashi.sync.store;

import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * Where a kiosk's store is and how large it may grow.
 *
 * @param file the database; its key (.key) and lock (.lock) lie beside it. On a local file system,
 *     in a directory that exists
 * @param kiosk 1 to 32 of a-z, 0-9 and hyphen; a store belongs to one kiosk for ever
 * @param maximumBytes 256 KiB or more; 64 MiB hold a month of loans of a busy kiosk
 */
public record StoreSettings(Path file, String kiosk, long maximumBytes) {
  private static final Pattern KIOSK = Pattern.compile("[a-z0-9-]{1,32}");
  private static final long LEAST_BYTES = 1L << 18;
  private static final long USUAL_BYTES = 256L << 20;

  public StoreSettings {
    if (!KIOSK.matcher(kiosk).matches()) {
      throw new IllegalArgumentException(
          "kiosk id '%s', need 1 to 32 of a-z, 0-9 and hyphen".formatted(kiosk));
    }
    if (maximumBytes < LEAST_BYTES) {
      throw new IllegalArgumentException(
          "store of at most %d bytes, need %d or more".formatted(maximumBytes, LEAST_BYTES));
    }
  }

  public static StoreSettings of(Path file, String kiosk) {
    return new StoreSettings(file, kiosk, USUAL_BYTES);
  }

  Path keyFile() {
    return file.resolveSibling(file.getFileName() + ".key");
  }

  Path lockFile() {
    return file.resolveSibling(file.getFileName() + ".lock");
  }
}

package org.kashidashi.sync.store;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.kashidashi.sync.store.StoreSamples.PATRON;
import static org.kashidashi.sync.store.StoreSamples.lend;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which stores are opened, and how their files are left to others. */
final class StoreOpeningTest {
  @TempDir
  Path directory;

  @Test
  void secondOpenerIsRefused() throws Exception {
    try (Store store = StoreSamples.open(directory)) {
      lend(store, PATRON, 1);

      assertThrows(StoreRefusedException.class, () -> StoreSamples.open(directory));
    }
  }

  @Test
  void opensOnceWhoeverLooksIntoTheStoreIsDone() throws Exception {
    StoreSamples.open(directory).close();
    StoreSettings settings = StoreSettings.of(StoreSamples.file(directory), "k1");
    StoreLock look = StoreLock.take(settings.lockFile());
    CompletableFuture<Void> done = CompletableFuture.runAsync(
        () -> assertDoesNotThrow(look::close),
        CompletableFuture.delayedExecutor(300, TimeUnit.MILLISECONDS));
    Store.open(settings, new SecureRandom(), Duration.ofSeconds(30)).close();
    done.join();
  }

  @Test
  void storeOfAnotherKioskIsRefused() throws Exception {
    StoreSamples.open(directory).close();
    StoreSettings other = StoreSettings.of(StoreSamples.file(directory), "k2");

    assertThrows(StoreRefusedException.class, () -> Store.open(other, new SecureRandom()));
    StoreSamples.open(directory).close();
  }

  @Test
  void storeWithoutItsKeyIsRefused() throws Exception {
    StoreSamples.open(directory).close();
    Path key = directory.resolve("kiosk.db.key");
    byte[] secret = Files.readAllBytes(key);
    Files.delete(key);
    assertThrows(StoreRefusedException.class, () -> StoreSamples.open(directory));

    KeyFile.createOwnerOnly(key);
    secret[0] ^= 1;
    Files.write(key, secret);
    assertThrows(StoreRefusedException.class, () -> StoreSamples.open(directory));
  }

  @Test
  void keyThatOthersMayReadIsRefused() throws Exception {
    StoreSamples.open(directory).close();
    Path key = directory.resolve("kiosk.db.key");
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r-----"));

    assertThrows(StoreRefusedException.class, () -> StoreSamples.open(directory));
  }

  @Test
  void filesBelongToTheOwnerAlone() throws Exception {
    try (Store store = StoreSamples.open(directory)) {
      lend(store, PATRON, 1);
      for (String name : List.of("kiosk.db", "kiosk.db-wal", "kiosk.db.key")) {
        assertEquals(
            "rw-------",
            PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve(name))),
            name);
      }
    }
  }
}

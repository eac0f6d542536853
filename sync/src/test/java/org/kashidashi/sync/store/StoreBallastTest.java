package org.kashidashi.sync.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kashidashi.sync.circulation.PatronId;
import org.kashidashi.sync.outbox.OutboxStatus;

class StoreBallastTest {
  private static final PatronId PATRON = StoreSamples.PATRON;
  private static final long BALLAST_BYTES = 1 << 20;

  @TempDir
  private Path directory;

  @Test
  void holdsRoomFromTheStart() throws Exception {
    try (Store store = Store.open(settings(), new SecureRandom())) {
      assertEquals(BALLAST_BYTES, Files.size(ballast()));
      store.requireRoom();
    }
  }

  @Test
  void takesItsRoomWhenItWasCutShort() throws Exception {
    Files.write(ballast(), new byte[10]);
    try (Store store = Store.open(settings(), new SecureRandom())) {
      assertEquals(BALLAST_BYTES, Files.size(ballast()));
      store.requireRoom();
    }
  }

  @Test
  void givesItsRoomUpAndLendsNothingUntilItIsBack() throws Exception {
    try (Store store = Store.open(settings(), new SecureRandom())) {
      long least = settings().leastFreeBytes();
      int lent = fill(store);
      assertTrue(lent > 0, "nothing was lent");
      assertFalse(Files.exists(ballast()), "the ballast is still there");
      assertEquals(least + BALLAST_BYTES, settings().leastFreeBytes());
      assertThrows(StoreFullException.class, store::requireRoom);
      assertThrows(StoreFullException.class, () -> StoreSamples.lend(store, PATRON, 999_999));
      assertThrows(StoreFullException.class, store::probe);
      assertEquals(lent, store.pending(100_000).size());

      makeRoom(store);
      store.probe();

      assertEquals(BALLAST_BYTES, Files.size(ballast()));
      assertEquals(least, settings().leastFreeBytes());
      store.requireRoom();
      StoreSamples.lend(store, PATRON, 999_999);
    }
  }

  private static int fill(Store store) throws StoreException {
    for (int item = 1; ; item++) {
      try {
        StoreSamples.lend(store, PATRON, item);
      } catch (StoreFullException full) {
        assertTrue(full.toString().contains("room"), full.toString());
        return item - 1;
      }
    }
  }

  private static void makeRoom(Store store) throws StoreException {
    store.settle(
        store.pending(100_000).stream()
            .map(entry -> new Settlement(entry.key(), OutboxStatus.CONFIRMED, Optional.empty(), ""))
            .toList(),
        StoreSamples.NOW);
    Instant later = StoreSamples.NOW.plusSeconds(1);
    assertTrue(store.erase(later, later, 100_000) > 0, "nothing was erased");
  }

  private StoreSettings settings() {
    return new StoreSettings(StoreSamples.file(directory), "k1", 1 << 18, BALLAST_BYTES);
  }

  private Path ballast() {
    return settings().ballastFile();
  }
}

package org.kashidashi.sync.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.kashidashi.sync.store.StoreSamples.NOW;
import static org.kashidashi.sync.store.StoreSamples.PATRON;
import static org.kashidashi.sync.store.StoreSamples.barcode;
import static org.kashidashi.sync.store.StoreSamples.lend;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kashidashi.sync.outbox.OutboxEntry;
import org.kashidashi.sync.outbox.OutboxStatus;

/** What a store finds after its process, its disk or its file came to harm. */
final class StoreCrashTest {
  private static final int LOANS = 40;

  @TempDir
  Path directory;

  @Test
  void everyLoanThatWasAnsweredIsThereWhenTheProcessDies() throws Exception {
    try (Store store = StoreSamples.open(directory)) {
      for (int item = 1; item <= LOANS; item++) {
        lend(store, PATRON, item);
        Path left = filesAsTheyLie(item);
        try (Store after = StoreSamples.open(left)) {
          assertEquals(
              IntStream.rangeClosed(1, item).mapToObj(StoreSamples::barcode).toList(),
              after.pending(LOANS).stream().map(OutboxEntry::item).toList());
          assertEquals(2, after.epoch());
        }
      }
    }
  }

  @Test
  void loansBeforeATornLastWriteAreThere() throws Exception {
    try (Store store = StoreSamples.open(directory)) {
      lend(store, PATRON, 1);
      long durable = Files.size(directory.resolve("kiosk.db-wal"));
      lend(store, PATRON, 2);
      Path left = filesAsTheyLie(1);
      cut(left.resolve("kiosk.db-wal"), durable + 1000);

      try (Store after = StoreSamples.open(left)) {
        assertEquals(
            List.of(barcode(1)),
            after.pending(9).stream().map(OutboxEntry::item).toList());
      }
    }
  }

  @Test
  void damagedPageIsRefusedAndTheFileIsKept() throws Exception {
    try (Store store = StoreSamples.open(directory)) {
      for (int item = 1; item <= LOANS; item++) {
        lend(store, PATRON, item);
      }
    }
    Path file = StoreSamples.file(directory);
    byte[] bytes = Files.readAllBytes(file);
    for (int page = 1; page < bytes.length / 4096; page++) {
      Arrays.fill(bytes, page * 4096, page * 4096 + 64, (byte) 0x5A);
    }
    Files.write(file, bytes);

    StoreDamagedException refusal =
        assertThrows(StoreDamagedException.class, () -> StoreSamples.open(directory));

    assertTrue(refusal.toString().contains("kiosk.db"), refusal.toString());
    assertArrayEquals(bytes, Files.readAllBytes(file));
  }

  @Test
  void fileThatIsNoDatabaseIsRefusedAndKept() throws Exception {
    StoreSamples.open(directory).close();
    Path file = StoreSamples.file(directory);
    byte[] noise = new byte[20_000];
    new Random(1).nextBytes(noise);
    Files.write(file, noise);

    assertThrows(StoreDamagedException.class, () -> StoreSamples.open(directory));

    assertArrayEquals(noise, Files.readAllBytes(file));
  }

  @Test
  void fullStoreRefusesKeepsWhatItHasAndWorksOnOnceThereIsRoom() throws Exception {
    StoreSettings small = new StoreSettings(StoreSamples.file(directory), "k1", 1 << 18, 0);
    try (Store store = Store.open(small, new SecureRandom())) {
      int lent = fill(store);
      assertTrue(lent > 100, "only %d loans in 256 KiB".formatted(lent));

      List<OutboxEntry> waiting = store.pending(100_000);
      assertEquals(lent, waiting.size());
      assertThrows(StoreFullException.class, () -> lend(store, PATRON, 999_999));

      store.settle(
          waiting.stream()
              .map(entry ->
                  new Settlement(entry.key(), OutboxStatus.CONFIRMED, Optional.empty(), ""))
              .toList(),
          NOW);
      assertEquals(100, store.erase(NOW, NOW.plus(Duration.ofDays(1)), 100));
      lend(store, PATRON, 999_999);
      assertEquals(1, store.pending(10).size());
    }
  }

  private static int fill(Store store) throws StoreException {
    for (int item = 1; ; item++) {
      try {
        lend(store, PATRON, item);
      } catch (StoreFullException full) {
        assertTrue(full.toString().contains("room"), full.toString());
        return item - 1;
      }
    }
  }

  /** A copy of the files while the store is open: what a killed process leaves behind. */
  private Path filesAsTheyLie(int number) throws IOException {
    Path copy = Files.createDirectory(directory.resolve("left-" + number));
    for (String name : List.of("kiosk.db", "kiosk.db-wal", "kiosk.db.key")) {
      Files.copy(directory.resolve(name), copy.resolve(name), StandardCopyOption.COPY_ATTRIBUTES);
    }
    return copy;
  }

  private static void cut(Path file, long length) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.truncate(length);
    }
  }
}

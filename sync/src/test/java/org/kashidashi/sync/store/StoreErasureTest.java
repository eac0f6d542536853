package org.kashidashi.sync.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.kashidashi.sync.store.StoreSamples.NOW;
import static org.kashidashi.sync.store.StoreSamples.lend;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kashidashi.sync.circulation.PatronId;
import org.kashidashi.sync.outbox.OutboxEntry;
import org.kashidashi.sync.outbox.OutboxStatus;

/** What a byte scan of the store's files finds. */
final class StoreErasureTest {
  private static final int PATRONS = 40;
  private static final int LOANS = 600;
  private static final long SEED = 17;

  @TempDir
  Path directory;

  @Test
  void numbersOfPatronsAreNeverInTheFiles() throws Exception {
    try (Store store = StoreSamples.open(directory)) {
      for (int loan = 0; loan < 20; loan++) {
        lend(store, patron(loan), loan);
        store.remember(StoreSamples.standing(patron(loan)));
      }
      for (int number = 0; number < 20; number++) {
        assertFalse(filesHold(patron(number).number().getBytes(StandardCharsets.US_ASCII)));
      }
      assertTrue(filesHold(item(0)), "the scan sees nothing at all");
    }
  }

  @Test
  void erasedLoansLeaveNoByteBehindWhileOthersStay() throws Exception {
    Random random = new Random(SEED);
    Set<Long> kept = new HashSet<>();
    try (Store store = StoreSamples.open(directory)) {
      for (int loan = 0; loan < LOANS; loan++) {
        lend(store, patron(random.nextInt(PATRONS)), loan);
      }
      List<OutboxEntry> confirmed = new ArrayList<>();
      for (OutboxEntry entry : store.pending(LOANS)) {
        if (random.nextInt(10) == 0) {
          kept.add(entry.key().sequence());
        } else {
          confirmed.add(entry);
        }
      }
      settle(store, confirmed);
      int erased = eraseAll(store);
      store.checkpoint();

      assertEquals(LOANS - kept.size(), erased);
      String files = files();
      for (int loan = 0; loan < LOANS; loan++) {
        boolean there = files.contains(StoreSamples.barcode(loan).number());
        assertEquals(kept.contains(loan + 1L), there, "loan %d, seed %d".formatted(loan, SEED));
      }
    }
  }

  @Test
  void digestOfAPatronIsGoneWithTheLastLoan() throws Exception {
    byte[] digest = digestOf(patron(1));
    try (Store store = StoreSamples.open(directory)) {
      lend(store, patron(1), 1);
      assertTrue(filesHold(digest));
      settle(store, store.pending(1));

      assertEquals(1, eraseAll(store));
      store.checkpoint();

      assertFalse(filesHold(digest));
      assertFalse(filesHold(item(1)));
    }
  }

  /** The store's own digest, from its own key file. */
  private byte[] digestOf(PatronId patron) throws Exception {
    StoreSamples.open(directory).close();
    byte[] secret = KeyFile.read(directory.resolve("kiosk.db.key"));
    return new Seal(secret, new SecureRandom()).digest(Seal.Purpose.PATRON, patron.number());
  }

  private static void settle(Store store, List<OutboxEntry> entries) throws StoreException {
    store.settle(
        entries.stream()
            .map(entry -> new Settlement(entry.key(), OutboxStatus.CONFIRMED, Optional.empty(), ""))
            .toList(),
        NOW);
  }

  private static int eraseAll(Store store) throws StoreException {
    int all = 0;
    int erased;
    do {
      erased = store.erase(NOW, NOW.plus(Duration.ofDays(1)), 500);
      all += erased;
    } while (erased > 0);
    return all;
  }

  private static PatronId patron(int number) {
    return new PatronId("99999%05d".formatted(number));
  }

  private static byte[] item(int number) {
    return StoreSamples.barcode(number).number().getBytes(StandardCharsets.US_ASCII);
  }

  private boolean filesHold(byte[] bytes) throws IOException {
    return files().contains(new String(bytes, StandardCharsets.ISO_8859_1));
  }

  /** Database and log, byte by byte. */
  private String files() throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.sorted().toList()) {
        all.append(Files.readString(file, StandardCharsets.ISO_8859_1)).append('\n');
      }
    }
    return all.toString();
  }
}

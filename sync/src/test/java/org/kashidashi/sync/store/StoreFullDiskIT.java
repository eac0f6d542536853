package org.kashidashi.sync.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kashidashi.sync.outbox.OutboxEntry;
import org.kashidashi.sync.outbox.OutboxStatus;

/** On a file system of 24 MiB that somebody else fills; needs the right to mount one. */
class StoreFullDiskIT {
  @TempDir
  private Path directory;

  @BeforeEach
  void mount() throws Exception {
    run("mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", directory.toString());
  }

  @AfterEach
  void unmount() throws Exception {
    run("umount", directory.toString());
  }

  @Test
  void keepsWhatIsConfirmedAndLendsAgainOnceThereIsRoom() throws Exception {
    try (Store store = Store.open(settings(), new SecureRandom())) {
      for (int item = 1; item <= 3; item++) {
        StoreSamples.lend(store, StoreSamples.PATRON, item);
      }

      fill();

      assertThrows(StoreFullException.class, store::requireRoom);
      assertThrows(
          StoreFullException.class, () -> StoreSamples.lend(store, StoreSamples.PATRON, 4));
      FileTime untouched = Files.getLastModifiedTime(directory);
      assertThrows(StoreFullException.class, store::probe);
      // A flash card does not stand 16 MB every few seconds for as long as a disk is full.
      assertEquals(untouched, Files.getLastModifiedTime(directory));
      List<OutboxEntry> waiting = store.pending(10);
      assertEquals(3, waiting.size());
      store.settle(
          waiting.stream()
              .map(entry ->
                  new Settlement(entry.key(), OutboxStatus.CONFIRMED, Optional.empty(), ""))
              .toList(),
          StoreSamples.NOW);
      assertEquals(List.of(), store.pending(10));

      Files.delete(filler());
      store.probe();

      StoreSamples.lend(store, StoreSamples.PATRON, 4);
      assertEquals(1, store.pending(10).size());
    }
  }

  @Test
  void opensOnAFullDisk() throws Exception {
    try (Store store = Store.open(settings(), new SecureRandom())) {
      StoreSamples.lend(store, StoreSamples.PATRON, 1);
    }
    fill();
    try (Store store = Store.open(settings(), new SecureRandom())) {
      assertEquals(1, store.pending(10).size());
      assertThrows(StoreFullException.class, store::requireRoom);
      Files.delete(filler());
      store.probe();
      store.requireRoom();
    }
  }

  /** As after a power cut on a full disk: what the ballast held is taken by somebody else, too. */
  @Test
  void saysThatItIsFullWhenTheBallastIsGoneAlreadyAndOpensOnceThereIsRoom() throws Exception {
    try (Store store = Store.open(settings(), new SecureRandom())) {
      StoreSamples.lend(store, StoreSamples.PATRON, 1);
    }
    Files.delete(settings().ballastFile());
    fill();
    for (int start = 0; start < 3; start++) {
      assertThrows(
          StoreFullException.class,
          () -> Store.open(settings(), new SecureRandom()).close());
    }
    Files.delete(filler());
    try (Store store = Store.open(settings(), new SecureRandom())) {
      assertEquals(1, store.pending(10).size());
      store.requireRoom();
    }
  }

  private void fill() throws IOException {
    byte[] zeros = new byte[1 << 12];
    try (OutputStream out = Files.newOutputStream(filler())) {
      IOException full = assertThrows(IOException.class, () -> {
        for (int page = 0; page < 1 << 14; page++) {
          out.write(zeros);
        }
      });
      assertTrue(String.valueOf(full.getMessage()).contains("space"), full.toString());
    }
  }

  private Path filler() {
    return directory.resolve("filler");
  }

  private StoreSettings settings() {
    return StoreSettings.ofKiosk(StoreSamples.file(directory), "k1");
  }

  private static void run(String... command) throws IOException, InterruptedException {
    assertEquals(0, new ProcessBuilder(command).inheritIO().start().waitFor(), command[0]);
  }
}

package org.kashidashi.sync.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** One at a time, and never through a link that somebody else has put there. */
@Timeout(60)
final class TurnTest {
  @TempDir
  private Path folder;

  @Test
  void nobodyLosesWhatAnotherHasAdded() throws Exception {
    Path file = Files.writeString(folder.resolve("count"), "0");
    List<CompletableFuture<Void>> all = new ArrayList<>();
    for (int number = 0; number < 4; number++) {
      all.add(CompletableFuture.runAsync(() -> {
        for (int times = 0; times < 10; times++) {
          add(file);
        }
      }));
    }
    CompletableFuture.allOf(all.toArray(CompletableFuture<?>[]::new)).join();
    assertEquals("40", Files.readString(file));
  }

  private void add(Path file) {
    try {
      Path _ = new Turn(folder)
          .take(() -> Files.writeString(
              file, Integer.toString(Integer.parseInt(Files.readString(file)) + 1)));
    } catch (IOException late) {
      throw new AssertionError(late);
    }
  }

  @Test
  void linkInItsPlaceIsNotFollowed() throws IOException {
    Path other = Files.writeString(folder.resolve("other"), "kept");
    Files.createSymbolicLink(folder.resolve("lock.turn"), other);
    assertThrows(IOException.class, () -> new Turn(folder).take(() -> true));
    assertEquals("kept", Files.readString(other));
  }
}

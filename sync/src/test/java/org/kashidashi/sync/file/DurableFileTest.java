package org.kashidashi.sync.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DurableFileTest {
  @TempDir
  private Path folder;

  @Test
  void replacesWholeFileAndLeavesNothingBeside() throws IOException {
    Path file = folder.resolve("mode");
    DurableFile.write(file, new byte[] {1, 2, 3}, DurableFile.OWNER_ONLY);
    DurableFile.write(file, new byte[] {4}, DurableFile.OWNER_ONLY);
    assertArrayEquals(new byte[] {4}, DurableFile.read(file, 10).orElseThrow());
    try (Stream<Path> all = Files.list(folder)) {
      assertEquals(List.of(file), all.toList());
    }
  }

  @Test
  void givesTheModeThatWasAskedFor() throws IOException {
    Path secret = folder.resolve("secret");
    Path open = folder.resolve("open");
    DurableFile.write(secret, new byte[0], DurableFile.OWNER_ONLY);
    DurableFile.write(open, new byte[0], DurableFile.PUBLIC);
    assertEquals(DurableFile.OWNER_ONLY, Files.getPosixFilePermissions(secret));
    assertEquals(DurableFile.PUBLIC, Files.getPosixFilePermissions(open));
  }

  @Test
  void takesOverFromWriterThatWasCutOff() throws IOException {
    Path file = folder.resolve("mode");
    Files.write(folder.resolve("mode.new"), new byte[100]);
    DurableFile.write(file, new byte[] {7}, DurableFile.OWNER_ONLY);
    assertArrayEquals(new byte[] {7}, DurableFile.read(file, 10).orElseThrow());
  }

  @Test
  void doesNotFollowLinkThatSomebodyLaidInTheWay() throws IOException {
    Path elsewhere = Files.write(folder.resolve("elsewhere"), new byte[] {9});
    Files.createSymbolicLink(folder.resolve("mode.new"), elsewhere);
    DurableFile.write(folder.resolve("mode"), new byte[] {7}, DurableFile.OWNER_ONLY);
    assertArrayEquals(new byte[] {9}, Files.readAllBytes(elsewhere));
  }

  @Test
  void keepsOldFileWhenNewOneCannotBeWritten() throws IOException {
    Path file = Files.write(folder.resolve("mode"), new byte[] {1});
    Files.createDirectories(folder.resolve("mode.new/in-the-way"));
    assertThrows(
        IOException.class, () -> DurableFile.write(file, new byte[] {2}, DurableFile.OWNER_ONLY));
    assertArrayEquals(new byte[] {1}, DurableFile.read(file, 10).orElseThrow());
  }

  @Test
  void refusesFileLongerThanItMayBe() throws IOException {
    Path file = Files.write(folder.resolve("mode"), new byte[11]);
    assertThrows(IOException.class, () -> DurableFile.read(file, 10));
  }

  @Test
  void findsNothingWhereNothingIs() throws IOException {
    assertEquals(Optional.empty(), DurableFile.read(folder.resolve("none"), 10));
    assertFalse(DurableFile.delete(folder.resolve("none")));
  }

  @Test
  void deletes() throws IOException {
    Path file = Files.write(folder.resolve("mode"), new byte[11]);
    assertTrue(DurableFile.delete(file));
    assertFalse(Files.exists(file));
  }
}

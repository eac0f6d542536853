package org.kashidashi.kiosk.diagnosis.facts;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskTest {
  @TempDir
  private Path folder;

  @Test
  void writableUnlessTheFileSystemHasFoundErrors() throws Exception {
    Path errors = errorsOfThisDisk();

    Files.writeString(errors, "0\n");
    assertTrue(Disk.room(folder, folder).writable());

    Files.writeString(errors, "2\n");
    assertFalse(Disk.room(folder, folder).writable());
  }

  @Test
  void writableWhereNobodyCountsErrors() throws Exception {
    assertTrue(Disk.room(folder, folder).writable());
    assertEquals(Disk.room(folder).writable(), Disk.room(folder, folder).writable());
  }

  /** As the kernel shows them, below the folder instead of below /sys. */
  private Path errorsOfThisDisk() throws IOException {
    ProcessBuilder stat = new ProcessBuilder("stat", "-c", "%Hd:%Ld", folder.toString());
    String number = new String(stat.start().getInputStream().readAllBytes(), US_ASCII).strip();
    Path disk = Files.createDirectories(folder.resolve("devices/disk-of-the-test"));
    Files.createSymbolicLink(
        Files.createDirectories(folder.resolve("dev/block")).resolve(number), disk);
    return Files.createDirectories(folder.resolve("fs/ext4/disk-of-the-test"))
        .resolve("errors_count");
  }
}

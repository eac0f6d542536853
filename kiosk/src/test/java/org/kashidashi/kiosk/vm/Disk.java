package org.kashidashi.kiosk.vm;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** The disk with the loans, as a file; the machine that uses it has to be off. */
final class Disk {
  /** Large enough not to count as nearly full. */
  private static final String SIZE = "160M";

  /** By which the machine finds it (packaging/image/tree/etc/fstab). */
  private static final String UUID = "6b617368-6964-6173-6869-646174610001";

  private final Path image;
  private final Path log;

  private Disk(Path image, Path log) {
    this.image = image;
    this.log = log;
  }

  /** Makes a file system with these files on it. */
  static Disk make(Path image, Path files, Path log) throws Exception {
    Files.deleteIfExists(image);
    ProgramOutside.run(
        List.of(
            "mke2fs",
            "-q",
            "-t",
            "ext4",
            "-L",
            "kashidashi",
            "-U",
            UUID,
            "-m",
            "0",
            "-d",
            files.toString(),
            image.toString(),
            SIZE),
        log);
    return new Disk(image, log);
  }

  Path image() {
    return image;
  }

  /**
   * Looks into a copy, as after a power cut: replays the journal as the next start would, then
   * demands a sound file system and takes all files out.
   */
  void examine(Path folder) throws Exception {
    Path copy = folder.resolve("copy.img");
    Files.createDirectories(folder.resolve("files"));
    Files.copy(image, copy, StandardCopyOption.REPLACE_EXISTING);
    int replayed = ProgramOutside.status(List.of("e2fsck", "-p", copy.toString()), log);
    if (replayed > 1) {
      throw new ProofFailedException(
          "e2fsck -p ends with %d after a power cut; see %s".formatted(replayed, log));
    }
    ProgramOutside.run(List.of("e2fsck", "-f", "-n", copy.toString()), log);
    ProgramOutside.run(
        List.of("debugfs", "-R", "rdump / " + folder.resolve("files"), copy.toString()), log);
    Files.delete(copy);
  }
}

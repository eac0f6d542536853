package org.kashidashi.sync.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

/**
 * A small file that is replaced as a whole: after a power cut it is the old one or the new one, and
 * once a call has returned, the new one. One writer at a time.
 */
public final class DurableFile {
  /** For whoever owns the file, and nobody else. */
  public static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");

  /** For everybody to read. */
  public static final Set<PosixFilePermission> PUBLIC =
      PosixFilePermissions.fromString("rw-r--r--");

  /** How a file ends that a power cut left unfinished; nobody may take it for one. */
  public static final String UNFINISHED = ".new";

  private DurableFile() {}

  /**
   * Writes the file beside, flushes it, and renames it.
   *
   * @param mode whatever the process's mask says
   */
  public static void write(Path file, byte[] content, Set<PosixFilePermission> mode)
      throws IOException {
    Path unfinished = file.resolveSibling(file.getFileName() + UNFINISHED);
    Files.deleteIfExists(unfinished);
    // No moment in which others may read it.
    Files.createFile(unfinished, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
    try (FileChannel channel =
        FileChannel.open(unfinished, Set.of(StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS))) {
      ByteBuffer rest = ByteBuffer.wrap(content);
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
      Files.setPosixFilePermissions(unfinished, mode);
      channel.force(true);
    }
    Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    flushDirectory(file);
  }

  /**
   * What the file holds; empty if there is none.
   *
   * @throws IOException also if it is longer than {@code maximum}, in bytes
   */
  public static Optional<byte[]> read(Path file, int maximum) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] content = in.readNBytes(maximum + 1);
      if (content.length > maximum) {
        throw new IOException("'%s' is longer than %d bytes".formatted(file, maximum));
      }
      return Optional.of(content);
    } catch (NoSuchFileException none) {
      return Optional.empty();
    }
  }

  /**
   * Takes the file away, so that it does not come back after a power cut.
   *
   * @return false if there was none
   */
  public static boolean delete(Path file) throws IOException {
    boolean deleted = Files.deleteIfExists(file);
    if (deleted) {
      flushDirectory(file);
    }
    return deleted;
  }

  /** A rename is durable only when its directory is (fsync(2), notes). */
  private static void flushDirectory(Path file) throws IOException {
    try (FileChannel directory =
        FileChannel.open(file.toAbsolutePath().resolveSibling("."), StandardOpenOption.READ)) {
      directory.force(true);
    }
  }
}

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
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
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

  private static final Set<PosixFilePermission> OWNER_FOLDER =
      PosixFilePermissions.fromString("rwx------");

  /** How a file ends that a power cut left unfinished; nobody may take it for one. */
  public static final String UNFINISHED = ".new";

  private DurableFile() {}

  /**
   * Writes the file beside, flushes it, and renames it. What an administrator writes belongs to the
   * owner of the folder, who has to read it.
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
      giveTo(unfinished, folder(file));
      attributes(unfinished).setPermissions(mode);
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

  /** The folder of a file, made for its owner alone if it was missing. */
  public static Path folderOf(Path file) throws IOException {
    Path folder = folder(file);
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(OWNER_FOLDER));
      giveTo(folder, folder(folder));
    }
    return folder;
  }

  private static Path folder(Path file) {
    return file.toAbsolutePath().resolveSibling("").normalize();
  }

  /**
   * Gives what an administrator has made to the owner of the folder, who could have put a link into
   * its place: that one is never followed.
   */
  public static void giveTo(Path made, Path folder) throws IOException {
    UserPrincipal owner = Files.getOwner(folder);
    PosixFileAttributeView attributes = attributes(made);
    if (!attributes.getOwner().equals(owner)) {
      attributes.setOwner(owner);
    }
  }

  private static PosixFileAttributeView attributes(Path file) {
    return Files.getFileAttributeView(
        file, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
  }

  /** A rename is durable only when its directory is (fsync(2), notes). */
  private static void flushDirectory(Path file) throws IOException {
    try (FileChannel directory = FileChannel.open(folder(file), StandardOpenOption.READ)) {
      directory.force(true);
    }
  }
}

package org.kashidashi.kiosk.console.signin;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.Optional;
import java.util.Set;

/**
 * A small file that is there as a whole or not at all, whenever the power goes, and that nobody else
 * may read.
 *
 * @param path in a folder that is made if it is missing
 */
record DurableFile(Path path) {
  /** No file of the console's sign-in comes near it. */
  private static final int BYTES_MAXIMUM = 32 * 1024;

  private static final FileAttribute<Set<PosixFilePermission>> OWNER_FILE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
  private static final FileAttribute<Set<PosixFilePermission>> OWNER_FOLDER =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

  /** Its text; cut if it is longer than it can be. Empty if there is none. */
  Optional<String> read() throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      return Optional.of(new String(in.readNBytes(BYTES_MAXIMUM), StandardCharsets.US_ASCII));
    } catch (NoSuchFileException none) {
      return Optional.empty();
    }
  }

  void write(String text) throws IOException {
    Path folder = folder();
    Path fresh = Files.createTempFile(folder, path.getFileName().toString(), ".new", OWNER_FILE);
    try {
      try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
        while (bytes.hasRemaining()) {
          var _ = channel.write(bytes);
        }
        channel.force(true);
      }
      giveTo(fresh, folder);
      Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(fresh);
    }
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  /** The folder it lies in, made if it was missing. */
  Path folder() throws IOException {
    Path folder = path.toAbsolutePath().getParent();
    if (folder == null) {
      throw new IOException(path + " lies in no folder");
    }
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder, OWNER_FOLDER);
      Path above = folder.getParent();
      if (above != null) {
        giveTo(folder, above);
      }
    }
    return folder;
  }

  /** What an administrator makes belongs to whoever has to read it. */
  private static void giveTo(Path made, Path folder) throws IOException {
    UserPrincipal owner = Files.getOwner(folder);
    if (!Files.getOwner(made).equals(owner)) {
      var _ = Files.setOwner(made, owner);
    }
  }
}

package org.kashidashi.central.identity;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Set;
import org.kashidashi.central.store.StoreDamagedException;
import org.kashidashi.central.store.StoreException;
import org.kashidashi.central.store.StoreUnavailableException;

/** The one file that holds the authority's key beside its certificate, in a folder of its own. */
final class AuthorityFile {
  private static final String NAME = "authority.pem";
  private static final int BYTES_MAXIMUM = 16 * 1024;
  private static final FileAttribute<Set<PosixFilePermission>> FILE = rights("rw-------");
  private static final FileAttribute<Set<PosixFilePermission>> FOLDER = rights("rwx------");

  private final Path folder;
  private final Path path;

  AuthorityFile(Path folder) {
    this.folder = folder;
    this.path = folder.resolve(NAME);
  }

  Path path() {
    return path;
  }

  boolean exists() {
    return Files.exists(path);
  }

  Authority read(String library, SecureRandom random) throws StoreException {
    try {
      check(folder, FOLDER.value(), "chmod 700");
      check(path, FILE.value(), "chmod 600");
      if (Files.size(path) > BYTES_MAXIMUM) {
        throw damaged("%d bytes, need at most %d".formatted(Files.size(path), BYTES_MAXIMUM));
      }
      AuthorityPem pem = AuthorityPem.parse(Files.readAllBytes(path));
      return new Authority(library, pem.key(), pem.certificate(), random);
    } catch (BadPemException e) {
      throw damaged(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw new StoreUnavailableException(
          "authority file '%s' cannot be read: check its rights".formatted(path), e);
    }
  }

  /**
   * Makes the file whole or not at all, and never in the place of another.
   *
   * @return the authority of the file: that of somebody who was quicker, perhaps
   */
  Authority create(String library, Instant now, SecureRandom random) throws StoreException {
    Authority authority = Authority.make(library, now, random);
    try {
      if (!Files.exists(folder)) {
        Files.createDirectory(folder, FOLDER);
        sync(folder.toAbsolutePath().normalize().resolveSibling("."));
      }
      check(folder, FOLDER.value(), "chmod 700");
      Path fresh = Files.createTempFile(folder, NAME, ".new", FILE);
      try {
        write(fresh, AuthorityPem.of(authority).bytes());
        // A link, unlike a move, fails if the name is taken.
        Files.createLink(path, fresh);
      } finally {
        Files.delete(fresh);
      }
      sync(folder);
      return authority;
    } catch (FileAlreadyExistsException _) {
      return read(library, random);
    } catch (IOException e) {
      throw new StoreUnavailableException(
          "authority file '%s' cannot be made: check that its folder can be written"
              .formatted(path),
          e);
    }
  }

  private StoreDamagedException damaged(String what) {
    return new StoreDamagedException(
        ("authority file '%s' is damaged (%s): keep it, restore it from the backup; no kiosk trusts"
                + " a new one")
            .formatted(path, what));
  }

  private static void check(Path path, Set<PosixFilePermission> allowed, String command)
      throws IOException, StoreUnavailableException {
    Set<PosixFilePermission> rights = Files.getPosixFilePermissions(path);
    if (!allowed.containsAll(rights)) {
      throw new StoreUnavailableException(
          "'%s' has the rights %s: nobody else may see it; run %s on it"
              .formatted(path, PosixFilePermissions.toString(rights), command));
    }
  }

  private static void write(Path path, byte[] bytes) throws IOException {
    try (FileChannel file = FileChannel.open(path, StandardOpenOption.WRITE)) {
      ByteBuffer buffer = ByteBuffer.wrap(bytes);
      while (buffer.hasRemaining()) {
        file.write(buffer);
      }
      file.force(true);
    }
  }

  /** A name is only there for good once its folder is on the disk, too. */
  private static void sync(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  private static FileAttribute<Set<PosixFilePermission>> rights(String text) {
    return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(text));
  }
}

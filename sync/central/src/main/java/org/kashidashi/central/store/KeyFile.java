package org.kashidashi.central.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.NoSuchAlgorithmException;
import java.util.Objects;
import java.util.Set;
import javax.crypto.KeyGenerator;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** The file beside the database that holds the key of its digests. */
final class KeyFile {
  static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
  private static final String ALGORITHM = "HmacSHA256";
  private static final int BYTES = 32;

  private final Path path;

  KeyFile(Path database) {
    this.path = database.resolveSibling(database.getFileName() + ".key");
  }

  Path path() {
    return path;
  }

  boolean exists() {
    return Files.exists(path);
  }

  SecretKey create() throws StoreUnavailableException {
    byte[] bytes = fresh();
    try (FileChannel file = FileChannel.open(
        path, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), OWNER_ONLY)) {
      ByteBuffer buffer = ByteBuffer.wrap(bytes);
      while (buffer.hasRemaining()) {
        file.write(buffer);
      }
      file.force(true);
      syncFolder();
    } catch (IOException e) {
      throw new StoreUnavailableException(
          "key file '%s' cannot be made: check that its folder can be written".formatted(path), e);
    }
    return new SecretKeySpec(bytes, ALGORITHM);
  }

  SecretKey read() throws StoreException {
    try {
      Set<PosixFilePermission> rights = Files.getPosixFilePermissions(path);
      if (!OWNER_ONLY.value().containsAll(rights)) {
        throw new StoreUnavailableException(
            "key file '%s' has the rights %s, need rw-------: run chmod 600 on it"
                .formatted(path, PosixFilePermissions.toString(rights)));
      }
      if (Files.size(path) != BYTES) {
        throw new StoreDamagedException(
            "key file '%s' has %d bytes, need %d: restore it from the backup of the database"
                .formatted(path, Files.size(path), BYTES));
      }
      return new SecretKeySpec(Files.readAllBytes(path), ALGORITHM);
    } catch (IOException e) {
      throw new StoreUnavailableException(
          "key file '%s' cannot be read: check its rights".formatted(path), e);
    }
  }

  /** A file is only there for good once its folder is on the disk, too. */
  private void syncFolder() throws IOException {
    Path folder = Objects.requireNonNull(path.toAbsolutePath().getParent());
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  private static byte[] fresh() {
    try {
      KeyGenerator generator = KeyGenerator.getInstance(ALGORITHM);
      generator.init(BYTES * Byte.SIZE);
      return generator.generateKey().getEncoded();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    }
  }
}

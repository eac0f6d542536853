package org.kashidashi.sync.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.Set;
import org.kashidashi.sync.file.DurableFile;

/** The secret of one store: 32 random bytes in a file that only the kiosk's user may read. */
final class KeyFile {
  private static final int LENGTH = 32;

  private KeyFile() {}

  static byte[] read(Path file) throws StoreException {
    try {
      Set<PosixFilePermission> permissions = EnumSet.copyOf(Files.getPosixFilePermissions(file));
      permissions.removeAll(DurableFile.OWNER_ONLY);
      if (!permissions.isEmpty()) {
        throw new StoreRefusedException(
            "key file %s may be used by others (%s); set its mode to 0600"
                .formatted(file, PosixFilePermissions.toString(permissions)));
      }
      if (Files.size(file) != LENGTH) {
        throw new StoreDamagedException(
            "key file %s has %d bytes, need %d; restore it from the kiosk's key backup"
                .formatted(file, Files.size(file), LENGTH));
      }
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new StoreFailedException("key file %s cannot be read".formatted(file), e);
    }
  }

  /** Durable, name and content, when it returns: a store is useless without its key. */
  static byte[] create(Path file, SecureRandom random) throws StoreException {
    byte[] key = new byte[LENGTH];
    random.nextBytes(key);
    try {
      DurableFile.write(file, key, DurableFile.OWNER_ONLY);
      return key;
    } catch (IOException e) {
      throw new StoreFailedException("key file %s cannot be made".formatted(file), e);
    }
  }

  /** An empty file of mode 0600, whatever the umask. */
  static void createOwnerOnly(Path file) throws IOException {
    Files.createFile(file, PosixFilePermissions.asFileAttribute(DurableFile.OWNER_ONLY));
  }
}

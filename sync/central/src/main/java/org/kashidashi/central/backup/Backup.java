package org.kashidashi.central.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.kashidashi.central.store.CentralStore;
import org.kashidashi.central.store.StoreException;

/** Copies all that central keeps into a new folder: whole, or not at all. */
public final class Backup {
  private final CentralStore store;
  private final KeptFiles kept;

  public Backup(CentralStore store, KeptFiles kept) {
    this.store = store;
    this.kept = kept;
  }

  /** Central may run meanwhile. Anybody who has the folder can be central: keep it safe. */
  public void into(Path folder) throws BackupException, StoreException {
    Path target = folder.toAbsolutePath().normalize();
    if (Files.exists(target)) {
      throw new BackupException("'%s' is there already: name a new folder".formatted(target));
    }
    Path partial = target.resolveSibling(target.getFileName() + ".partial");
    try {
      OwnerFiles.deleteFolder(partial);
      OwnerFiles.createFolder(partial);
      BackupFolder backup = new BackupFolder(partial);
      store.copyInto(OwnerFiles.createFile(backup.database()));
      OwnerFiles.sync(backup.database());
      OwnerFiles.copy(kept.key(), backup.key());
      if (Files.exists(kept.authority())) {
        OwnerFiles.copy(kept.authority(), backup.authority());
      }
      backup.writeSums();
      OwnerFiles.sync(partial);
      Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
      OwnerFiles.syncFolderOf(target);
    } catch (IOException e) {
      throw new BackupException(
          "backup '%s' cannot be made: check the disk's space and the rights to its folder"
              .formatted(target),
          e);
    }
  }
}

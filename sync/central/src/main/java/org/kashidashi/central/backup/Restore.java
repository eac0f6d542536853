package org.kashidashi.central.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.kashidashi.central.identity.KioskIdentities;
import org.kashidashi.central.store.CentralStore;
import org.kashidashi.central.store.RunningLock;
import org.kashidashi.central.store.StoreException;
import org.kashidashi.central.store.StoreSettings;

/** Puts a backup in the place of what central keeps, once it is known to be good. */
public final class Restore {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final StoreSettings settings;
  private final KeptFiles kept;
  private final Clock clock;

  public Restore(StoreSettings settings, KeptFiles kept, Clock clock) {
    this.settings = settings;
    this.kept = kept;
    this.clock = clock;
  }

  /**
   * Refuses while central runs.
   *
   * @param replace whether what is there may be put aside
   * @return where it was put, if there was anything
   */
  public Optional<Path> from(Path folder, boolean replace) throws BackupException, StoreException {
    try (RunningLock _ = RunningLock.take(kept.database())) {
      if (Files.exists(kept.database()) && !replace) {
        throw new BackupException("database '%s' is there already: with --replace it is put aside"
            .formatted(kept.database()));
      }
      Path staging = CentralStore.restoringBeside(kept.database());
      BackupFolder backup = new BackupFolder(folder);
      backup.check();
      OwnerFiles.deleteFolder(staging);
      Staged staged = stage(backup, staging);
      Optional<Path> aside = putAside();
      moveIn(staged);
      OwnerFiles.deleteFolder(staging);
      return aside;
    } catch (IOException e) {
      throw new BackupException(
          ("backup '%s' cannot be put back: check the disk's space and the rights to the folder of"
                  + " '%s', then restore again; central does not start on half of one")
              .formatted(folder, kept.database()),
          e);
    }
  }

  private record Staged(Path database, Path key, Path authority) {}

  /** Opens the copy as central would, which checks it and brings it to the newest form. */
  private Staged stage(BackupFolder backup, Path staging) throws StoreException, IOException {
    OwnerFiles.createFolder(staging);
    Path database = staging.resolve("central.db");
    Path authorityFolder = staging.resolve("authority");
    OwnerFiles.createFolder(authorityFolder);
    Staged staged = new Staged(
        database, CentralStore.keyBeside(database), authorityFolder.resolve("authority.pem"));
    OwnerFiles.copyLarge(backup.database(), staged.database());
    OwnerFiles.copy(backup.key(), staged.key());
    if (Files.exists(backup.authority())) {
      OwnerFiles.copy(backup.authority(), staged.authority());
    }
    try {
      open(staged);
    } catch (StoreException e) {
      OwnerFiles.deleteFolder(staging);
      throw e;
    }
    OwnerFiles.sync(database);
    OwnerFiles.syncFolderOf(staging);
    return staged;
  }

  private void open(Staged staged) throws StoreException {
    Path folder = Objects.requireNonNull(staged.authority().getParent());
    try (CentralStore store = CentralStore.open(
        new StoreSettings(staged.database(), settings.library(), settings.rules()))) {
      if (Files.exists(staged.authority())) {
        KioskIdentities.open(folder, settings.library(), store.kiosks(), clock);
      }
    }
  }

  private Optional<Path> putAside() throws IOException {
    List<Path> there = List.of(
            kept.database(),
            sibling(kept.database(), "-wal"),
            sibling(kept.database(), "-shm"),
            kept.key(),
            kept.authority())
        .stream()
        .filter(Files::exists)
        .toList();
    if (there.isEmpty()) {
      return Optional.empty();
    }
    Path aside = beside(".replaced-" + STAMP.format(clock.instant()));
    OwnerFiles.createFolder(aside);
    for (Path file : there) {
      move(file, aside.resolve(Objects.requireNonNull(file.getFileName())));
    }
    return Optional.of(aside);
  }

  /** Until the last of it is in its place, the staging folder keeps central from starting. */
  private void moveIn(Staged staged) throws IOException {
    move(staged.database(), kept.database());
    move(staged.key(), kept.key());
    if (Files.exists(staged.authority())) {
      Path folder = Objects.requireNonNull(kept.authority().getParent());
      if (!Files.exists(folder)) {
        OwnerFiles.createFolder(folder);
      }
      move(staged.authority(), kept.authority());
    }
  }

  private static void move(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    OwnerFiles.syncFolderOf(to);
  }

  private Path beside(String ending) {
    return sibling(kept.database(), ending);
  }

  private static Path sibling(Path file, String ending) {
    return file.resolveSibling(file.getFileName() + ending);
  }
}

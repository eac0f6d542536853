package org.kashidashi.sync.store;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether there is room for further loans. Once there is none, nothing is lent until the ballast is
 * back: the room that its giving up has made is for what must be noted of the loans that are.
 *
 * <p>Confined to the store's thread.
 */
final class Room {
  private static final Logger LOG = LoggerFactory.getLogger(Room.class);

  private final StoreSettings settings;
  private final Path directory;
  private final Ballast ballast;
  private final boolean watched;
  private boolean gone;

  /** Found once: the search reads the table of mounts, and costs more than all else of a loan. */
  private Optional<FileStore> disk = Optional.empty();

  Room(StoreSettings settings) {
    this.settings = settings;
    this.directory = settings.directory();
    this.ballast = new Ballast(settings.ballastFile(), settings.ballastBytes());
    this.watched = settings.ballastBytes() > 0;
  }

  /** Takes the ballast; a store opens on a full disk, too, and needs some room for that. */
  void open() {
    if (free() < StoreSettings.LEAST_FREE_BYTES || !ballast.take()) {
      LOG.error("the disk of {} is full; nothing is lent until there is room", directory);
      lose();
    }
  }

  /** There is none any more. */
  void lose() {
    gone = watched;
    if (watched) {
      ballast.drop();
    }
  }

  /**
   * To be asked before anything is added.
   *
   * @throws StoreFullException there is none
   */
  void require() throws StoreFullException {
    if (gone || free() < StoreSettings.LEAST_FREE_BYTES) {
      lose();
      throw new StoreFullException("less than %d bytes are free in %s; make room on the disk"
          .formatted(settings.leastFreeBytes(), directory));
    }
  }

  /**
   * Looks whether there is room again, and takes the ballast.
   *
   * @throws StoreFullException there is still none
   */
  void regain() throws StoreFullException {
    // Asked before it is written: a disk stays full for days, and a flash card wears out.
    if (gone && free() >= settings.leastFreeBytes() && ballast.take()) {
      gone = false;
    }
    require();
  }

  private long free() {
    if (!watched) {
      return Long.MAX_VALUE;
    }
    try {
      if (disk.isEmpty()) {
        disk = Optional.of(Files.getFileStore(directory));
      }
      return disk.get().getUsableSpace();
    } catch (IOException unknown) {
      LOG.debug("the free room in {} is not known", directory, unknown);
      return Long.MAX_VALUE; // the next write will tell
    }
  }
}

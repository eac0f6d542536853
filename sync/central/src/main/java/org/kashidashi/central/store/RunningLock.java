package org.kashidashi.central.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/** Says that central runs on a database, or that it must not now. Ends with the process at last. */
public final class RunningLock implements AutoCloseable {
  private final FileChannel channel;

  private RunningLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Does not wait.
   *
   * @throws StoreBusyException if somebody else has it
   */
  public static RunningLock take(Path database) throws StoreException {
    Path path = database.resolveSibling(database.getFileName() + ".lock");
    try {
      FileChannel channel = FileChannel.open(
          path, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), KeyFile.OWNER_ONLY);
      try {
        FileLock lock = channel.tryLock();
        if (lock != null) {
          return new RunningLock(channel);
        }
      } catch (OverlappingFileLockException _) {
        // Somebody else within this process.
        channel.close();
        throw taken(database);
      }
      channel.close();
      throw taken(database);
    } catch (IOException e) {
      throw new StoreUnavailableException(
          "lock file '%s' cannot be made: make its folder, and let this user write there"
              .formatted(path),
          e);
    }
  }

  @Override
  public void close() throws StoreException {
    try {
      channel.close();
    } catch (IOException e) {
      throw new StoreUnavailableException("the lock of the database cannot be let go", e);
    }
  }

  private static StoreBusyException taken(Path database) {
    return new StoreBusyException(
        "central runs on database '%s', or it is being restored: stop that first"
            .formatted(database));
  }
}

package org.kashidashi.sync.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Holds a store for one process. The operating system lets go when the process ends, however. */
final class StoreLock implements AutoCloseable {
  private static final Duration STEP = Duration.ofMillis(100);

  private final FileChannel channel;

  private StoreLock(FileChannel channel) {
    this.channel = channel;
  }

  static StoreLock take(Path file) throws StoreException {
    return take(file, Duration.ZERO);
  }

  /**
   * Takes it as soon as whoever holds it lets go.
   *
   * @param patience how long that may take; an interrupted thread does not wait
   */
  static StoreLock take(Path file, Duration patience) throws StoreException {
    try {
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      boolean taken = isTaken(channel);
      for (long tries = patience.dividedBy(STEP);
          !taken && tries > 0 && !Thread.currentThread().isInterrupted();
          tries--) {
        LockSupport.parkNanos(STEP.toNanos());
        taken = isTaken(channel);
      }
      if (taken) {
        return new StoreLock(channel);
      }
      channel.close();
    } catch (IOException e) {
      throw new StoreFailedException("lock file %s cannot be used".formatted(file), e);
    }
    throw new StoreRefusedException(
        "another process holds %s; stop the other kiosk program first".formatted(file));
  }

  /** The lock lives as long as the channel. */
  private static boolean isTaken(FileChannel channel) throws IOException {
    try {
      @Nullable FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      // The other holder is in this very process.
      return false;
    }
  }

  @Override
  public void close() throws StoreException {
    try {
      channel.close();
    } catch (IOException e) {
      throw new StoreFailedException("the store's lock file cannot be closed", e);
    }
  }
}

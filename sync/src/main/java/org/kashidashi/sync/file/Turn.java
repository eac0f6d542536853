package org.kashidashi.sync.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets one process of a machine at a time change what they all keep in a folder.
 *
 * @param folder made when the first of them has its turn
 */
public record Turn(Path folder) {
  private static final int TRIES = 100;
  private static final Duration PAUSE = Duration.ofMillis(10);

  /** Where an administrator writes into another user's folder, a link there leads nowhere. */
  private static final Set<OpenOption> OPEN =
      Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);

  private static final Logger LOG = LoggerFactory.getLogger(Turn.class);

  /** What is done while nobody else does it. */
  @FunctionalInterface
  public interface Work<T> {
    T run() throws IOException;
  }

  /** One that hangs holds the others up for a moment only. */
  public <T> T take(Work<T> work) throws IOException {
    Path file = folder.resolve("lock.turn");
    var _ = DurableFile.folderOf(file);
    try (FileChannel channel = FileChannel.open(file, OPEN)) {
      DurableFile.giveTo(file, folder);
      for (int tries = 0; tries < TRIES; tries++) {
        try (FileLock held = channel.tryLock()) {
          if (held != null) {
            return work.run();
          }
        } catch (OverlappingFileLockException here) {
          LOG.debug("another thread of this process has its turn", here);
        }
        LockSupport.parkNanos(PAUSE.toNanos());
      }
    }
    throw new IOException("another program does not end its turn at " + file);
  }
}

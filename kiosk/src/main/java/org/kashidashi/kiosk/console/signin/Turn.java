package org.kashidashi.kiosk.console.signin;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.UserPrincipal;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.kashidashi.sync.file.DurableFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets one process of a machine at a time change what they all keep in a folder.
 *
 * @param folder made when the first of them has its turn
 */
record Turn(Path folder) {
  private static final int TRIES = 100;
  private static final Duration PAUSE = Duration.ofMillis(10);

  private static final Logger LOG = LoggerFactory.getLogger(Turn.class);

  /** What is done while nobody else does it. */
  @FunctionalInterface
  interface Work<T> {
    T run() throws IOException;
  }

  /** One that hangs holds the others up for a moment only. */
  <T> T take(Work<T> work) throws IOException {
    Path file = folder.resolve("lock.turn");
    var _ = DurableFile.folderOf(file);
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      share(file);
      for (int tries = 0; tries < TRIES; tries++) {
        try (FileLock held = channel.tryLock()) {
          if (held != null) {
            return work.run();
          }
        } catch (OverlappingFileLockException here) {
          LOG.debug("another console of this process has its turn", here);
        }
        LockSupport.parkNanos(PAUSE.toNanos());
      }
    }
    throw new IOException("another program does not end its turn at " + file);
  }

  /** What an administrator makes has to be open to the consoles. */
  private void share(Path file) throws IOException {
    UserPrincipal owner = Files.getOwner(folder);
    if (!Files.getOwner(file).equals(owner)) {
      var _ = Files.setOwner(file, owner);
    }
  }
}

package org.kashidashi.sync.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file that holds room on the disk, to be given up when there is no other: on a full disk even what
 * was confirmed could not be noted, and nothing could be erased.
 *
 * <p>Confined to the store's thread.
 */
final class Ballast {
  private static final Logger LOG = LoggerFactory.getLogger(Ballast.class);
  private static final int CHUNK_BYTES = 1 << 16;

  private final Path file;
  private final long bytes;

  /**
   * @param bytes 0 for none
   */
  Ballast(Path file, long bytes) {
    this.file = file;
    this.bytes = bytes;
  }

  /** Takes the room, unless it is held already; says whether it is. */
  boolean take() {
    Path unfinished = file.resolveSibling(file.getFileName() + ".new");
    try {
      if (bytes == 0 || (Files.exists(file) && Files.size(file) == bytes)) {
        return true;
      }
      fill(unfinished);
      Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
      return true;
    } catch (IOException noRoom) {
      LOG.debug("no room for the ballast {}", file, noRoom);
      drop(unfinished);
      return false;
    }
  }

  /** Gives the room up. */
  void drop() {
    drop(file);
  }

  /** Written, not only asked for: a hole in a file holds no room. */
  private void fill(Path target) throws IOException {
    try (FileChannel channel = FileChannel.open(
        target,
        StandardOpenOption.CREATE,
        StandardOpenOption.TRUNCATE_EXISTING,
        StandardOpenOption.WRITE)) {
      ByteBuffer zeros = ByteBuffer.allocate(CHUNK_BYTES);
      for (long left = bytes; left > 0; ) {
        zeros.clear().limit((int) Math.min(CHUNK_BYTES, left));
        left -= channel.write(zeros);
      }
      channel.force(true);
    }
  }

  private static void drop(Path path) {
    try {
      Files.deleteIfExists(path);
    } catch (IOException failure) {
      LOG.warn("the ballast {} cannot be given up", path, failure);
    }
  }
}

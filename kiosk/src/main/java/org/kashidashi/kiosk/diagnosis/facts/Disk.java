package org.kashidashi.kiosk.diagnosis.facts;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.kashidashi.kiosk.diagnosis.Cause;

/** What is known of the disk under a directory. */
public final class Disk {
  static final double MEGABYTE = 1 << 20;
  private static final double HUNDRED = 100;

  private Disk() {}

  /**
   * What is left of a disk.
   *
   * @param megabytes that can still be written
   * @param percent of the whole disk
   */
  public record Room(double megabytes, double percent, boolean writable) {}

  /**
   * What is left of the disk under a directory.
   *
   * @throws NoSuchFileException the directory is not there, or is nothing but the place on a
   *     read-only root where the disk ought to be
   */
  public static Room room(Path directory) throws IOException {
    FileStore store = Files.getFileStore(directory);
    if (store.isReadOnly() && device(directory).equals(device(directory.getRoot()))) {
      throw new NoSuchFileException(directory.toString(), null, "no disk is mounted there");
    }
    double whole = Math.max(1, store.getTotalSpace());
    double free = store.getUsableSpace();
    boolean writable = !store.isReadOnly() && Files.isWritable(directory);
    return new Room(free / MEGABYTE, HUNDRED * free / whole, writable);
  }

  /** Its number, since one disk can be mounted at many places. */
  private static Object device(Path path) throws IOException {
    return Files.getAttribute(path, "unix:dev");
  }

  public static Cause causeOf(IOException failure) {
    if (failure instanceof NoSuchFileException) {
      return Cause.DISK_MISSING;
    }
    String message = String.valueOf(failure.getMessage());
    return message.contains("No space left") ? Cause.DATABASE_FULL : Cause.DISK_READ_ONLY;
  }
}

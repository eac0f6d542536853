package org.kashidashi.kiosk.diagnosis.facts;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.kashidashi.kiosk.diagnosis.Cause;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is known of the disk under a directory. */
public final class Disk {
  private static final Logger LOG = LoggerFactory.getLogger(Disk.class);
  static final double MEGABYTE = 1 << 20;
  private static final double HUNDRED = 100;

  private static final Path SYSFS = Path.of("/sys");

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
    return room(directory, SYSFS);
  }

  static Room room(Path directory, Path sysfs) throws IOException {
    FileStore store = Files.getFileStore(directory);
    if (store.isReadOnly() && device(directory).equals(device(directory.getRoot()))) {
      throw new NoSuchFileException(directory.toString(), null, "no disk is mounted there");
    }
    double whole = Math.max(1, store.getTotalSpace());
    double free = store.getUsableSpace();
    boolean writable =
        !store.isReadOnly() && Files.isWritable(directory) && !hasFailed(directory, sysfs);
    return new Room(free / MEGABYTE, HUNDRED * free / whole, writable);
  }

  /**
   * Whether ext4 has found itself damaged since it was last checked (errors_count in the kernel's
   * ABI/testing/sysfs-fs-ext4). Since Linux 6.12 it takes nothing more then, and still calls itself
   * writable.
   */
  private static boolean hasFailed(Path directory, Path sysfs) {
    try {
      long number = (Long) device(directory);
      Path disk = sysfs.resolve("dev/block/%d:%d".formatted(major(number), minor(number)));
      if (!Files.exists(disk)) {
        return false;
      }
      Path errors =
          sysfs.resolve("fs/ext4").resolve(disk.toRealPath().getFileName()).resolve("errors_count");
      return Files.exists(errors) && !Files.readString(errors).strip().equals("0");
    } catch (IOException unknown) {
      LOG.debug("nobody knows what the file system of {} has found", directory, unknown);
      return false;
    }
  }

  /** As makedev(3) puts the two together. */
  private static long major(long device) {
    return (device >>> 8 & 0xfffL) | (device >>> 32 & ~0xfffL);
  }

  private static long minor(long device) {
    return (device & 0xffL) | (device >>> 12 & ~0xffL);
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

package org.kashidashi.kiosk.diagnosis.check;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.kashidashi.kiosk.diagnosis.Cause;
import org.kashidashi.kiosk.diagnosis.Condition;
import org.kashidashi.kiosk.diagnosis.Fact;
import org.kashidashi.kiosk.diagnosis.Hint;
import org.kashidashi.kiosk.diagnosis.Part;
import org.kashidashi.kiosk.diagnosis.Subject;
import org.kashidashi.kiosk.diagnosis.facts.Disk;
import org.kashidashi.sync.store.StoreDamagedException;
import org.kashidashi.sync.store.StoreException;
import org.kashidashi.sync.store.StoreFailedException;
import org.kashidashi.sync.store.StoreFullException;
import org.kashidashi.sync.store.StoreMissingException;
import org.kashidashi.sync.store.StoreRefusedException;

/** Whether the database is whole, the room on its disk, how long a flush takes. */
public final class DatabaseCheck implements CheckRun {
  private static final int FLUSHES = 7;
  private static final int FLUSHED_BYTES = 4096;
  private static final double NANOS = 1e6;

  /** A loan waits for two of them, and a patron for the loan. */
  private static final double SLOW_MILLISECONDS = 250;

  private static final String WHOLE = "ok";

  private final Vault vault;
  private final Path directory;
  private final LongSupplier nanoTime;

  /** The database, whoever has it open. */
  @FunctionalInterface
  public interface Vault {
    /** "ok", or what is wrong with the file. */
    String integrity() throws StoreException;
  }

  /**
   * @param directory in which the database lies
   */
  public DatabaseCheck(Vault vault, Path directory, LongSupplier nanoTime) {
    this.vault = vault;
    this.directory = directory;
    this.nanoTime = nanoTime;
  }

  @Override
  public Condition run(Consumer<Hint> hints) throws InterruptedException {
    Disk.Room room;
    double flush;
    try {
      room = Disk.room(directory);
      if (!room.writable()) {
        return bad(Cause.DISK_READ_ONLY);
      }
      flush = flushMilliseconds();
    } catch (IOException failure) {
      return bad(Disk.causeOf(failure));
    }
    Fact[] measured = {
      Fact.number(Subject.FLUSH_TIME, flush),
      Fact.number(Subject.ROOM, room.megabytes()),
      Fact.number(Subject.ROOM_SHARE, room.percent())
    };
    Cause cause = soundness();
    if (cause != Cause.NONE) {
      return Condition.bad(Part.DATABASE, cause, measured);
    }
    return flush > SLOW_MILLISECONDS
        ? Condition.doubtful(Part.DATABASE, Cause.FLUSH_SLOW, measured)
        : Condition.good(Part.DATABASE, measured);
  }

  private Cause soundness() {
    try {
      return vault.integrity().equals(WHOLE) ? Cause.NONE : Cause.DATABASE_DAMAGED;
    } catch (StoreException failure) {
      return causeOf(failure);
    }
  }

  /** What a technician has to look for. */
  public static Cause causeOf(StoreException failure) {
    return switch (failure) {
      case StoreDamagedException _ -> Cause.DATABASE_DAMAGED;
      case StoreFullException _ -> Cause.DATABASE_FULL;
      case StoreRefusedException _ -> Cause.DATABASE_IN_USE;
      case StoreMissingException _ -> Cause.DATABASE_MISSING;
      case StoreFailedException _ -> Cause.DISK_READ_ONLY;
    };
  }

  /** The median: one flush may meet the card's own tidying. */
  private double flushMilliseconds() throws IOException, InterruptedException {
    Path probe = Files.createTempFile(directory, "flush-", ".probe");
    double[] times = new double[FLUSHES];
    try (FileChannel channel = FileChannel.open(probe, Set.of(StandardOpenOption.WRITE))) {
      for (int number = 0; number < FLUSHES; number++) {
        if (Thread.interrupted()) {
          throw new InterruptedException("broken off");
        }
        long begin = nanoTime.getAsLong();
        channel.write(ByteBuffer.allocate(FLUSHED_BYTES), (long) number * FLUSHED_BYTES);
        channel.force(true);
        times[number] = (nanoTime.getAsLong() - begin) / NANOS;
      }
    } finally {
      Files.deleteIfExists(probe);
    }
    Arrays.sort(times);
    return times[FLUSHES / 2];
  }

  private static Condition bad(Cause cause) {
    return Condition.bad(Part.DATABASE, cause);
  }
}

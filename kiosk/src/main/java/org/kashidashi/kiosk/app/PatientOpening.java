package org.kashidashi.kiosk.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.kashidashi.hal.supervisor.Supervisor;
import org.kashidashi.kiosk.fault.FaultCode;
import org.kashidashi.sync.store.StoreException;
import org.kashidashi.sync.store.StoreFullException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens what needs room on the disk, however long there is none.
 *
 * <p>To be started anew makes no room, so the kiosk is up meanwhile: the service manager is told so,
 * and patrons see where to go instead.
 */
final class PatientOpening {
  private static final Logger LOG = LoggerFactory.getLogger(PatientOpening.class);

  /** Lending is to resume within 5 s of the trouble being over, the opening included. */
  static final Duration PROBE = Duration.ofSeconds(3);

  /** With less the store would not open, and each try leaves its trace in the log. */
  private static final long LEAST_FREE_BYTES = 3L << 20;

  private final Supervisor supervisor;
  private final Runnable sayFull;
  private final BooleanSupplier room;
  private final Duration probe;

  /** What needs room. */
  @FunctionalInterface
  interface Opening<T> {
    T open() throws StoreException, IOException;
  }

  /**
   * @param sayFull shows patrons that nothing is lent
   * @param room whether a further try is worth it
   * @param probe how often to ask that
   */
  PatientOpening(Supervisor supervisor, Runnable sayFull, BooleanSupplier room, Duration probe) {
    this.supervisor = supervisor;
    this.sayFull = sayFull;
    this.room = room;
    this.probe = probe;
  }

  /** Whether a file system has room for a store to be opened. */
  static BooleanSupplier roomIn(Path directory) {
    return () -> {
      try {
        return Files.getFileStore(directory).getUsableSpace() >= LEAST_FREE_BYTES;
      } catch (IOException unknown) {
        LOG.debug("the free room in {} is not known", directory, unknown);
        return true; // the next try will tell
      }
    };
  }

  /**
   * Waits for room, if need be.
   *
   * @param stopped ends the waiting
   * @return empty if the program was told to stop meanwhile
   */
  <T> Optional<T> open(Opening<T> opening, CountDownLatch stopped)
      throws StoreException, IOException {
    try {
      return Optional.of(opening.open());
    } catch (StoreFullException full) {
      LOG.error("the disk is full, so nothing is lent; trying again once there is room", full);
    }
    sayFull.run();
    supervisor.ready();
    supervisor.status("out of service, " + FaultCode.E_305.code() + ", the disk is full");
    while (!awaitRoom(stopped)) {
      try {
        T opened = opening.open();
        LOG.info("there is room again");
        return Optional.of(opened);
      } catch (StoreFullException still) {
        LOG.warn("still no room to open the store: {}", still.getMessage());
      }
    }
    return Optional.empty();
  }

  /** Whether the program was told to stop. */
  private boolean awaitRoom(CountDownLatch stopped) {
    Duration rhythm =
        supervisor.patience().map(patience -> patience.dividedBy(4)).orElse(probe);
    Duration step = rhythm.compareTo(probe) < 0 ? rhythm : probe;
    try {
      do {
        supervisor.alive();
        if (stopped.await(step.toNanos(), TimeUnit.NANOSECONDS)) {
          return true;
        }
      } while (!room.getAsBoolean());
      return false;
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
      return true;
    }
  }
}

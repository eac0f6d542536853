package org.kashidashi.sync.store;

import java.sql.SQLException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;

/**
 * The thread that owns the connection.
 *
 * <p>Callers on any thread hand over work and wait for it. The queue is as long as there are
 * callers, since each of them waits. After a failure or damage nothing more is run.
 */
final class StoreThread {
  /** Work without a result. */
  @FunctionalInterface
  interface Step {
    void run() throws SQLException, StoreException;
  }

  private final ExecutorService executor = Executors.newSingleThreadExecutor(
      Thread.ofPlatform().name("store").daemon().factory());

  private final Room room;

  /** Why nothing more is run. Written and read on the store's thread alone. */
  private String broken = "";

  StoreThread(Room room) {
    this.room = room;
  }

  /**
   * Waits even if interrupted, so that nobody is left in doubt whether a transaction took effect;
   * every transaction is short. The interrupt is kept.
   *
   * @param doing what is done, for the message of a failure
   */
  <T> T call(String doing, Database.Work<T> work) throws StoreException {
    Future<T> answer;
    try {
      answer = executor.submit(() -> perform(doing, work));
    } catch (RejectedExecutionException e) {
      throw new StoreFailedException(doing + ": the store is closed", e);
    }
    return await(doing, answer);
  }

  private static <T> T await(String doing, Future<T> answer) throws StoreException {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return answer.get();
        } catch (InterruptedException e) {
          interrupted = true;
        } catch (ExecutionException e) {
          throw unwrapped(doing, e);
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  void run(String doing, Step step) throws StoreException {
    call(doing, () -> {
      step.run();
      return true;
    });
  }

  /** Runs what is queued, then the last step, even if the store stopped. */
  void close(Step last) throws StoreException {
    Future<?> done = executor.submit(() -> {
      try {
        last.run();
        return true;
      } catch (SQLException e) {
        throw SqlFailures.translate("closing the store", e);
      }
    });
    executor.shutdown();
    await("closing the store", done);
  }

  private <T> T perform(String doing, Database.Work<T> work) throws StoreException {
    if (!broken.isEmpty()) {
      throw new StoreFailedException("%s: the store stopped: %s".formatted(doing, broken));
    }
    try {
      return work.run();
    } catch (SQLException e) {
      throw noted(SqlFailures.translate(doing, e));
    } catch (StoreException e) {
      throw noted(e);
    }
  }

  private StoreException noted(StoreException failure) {
    switch (failure) {
      case StoreDamagedException _, StoreFailedException _, StoreMissingException _ ->
        broken = String.valueOf(failure.getMessage());
      case StoreFullException _ -> room.lose();
      case StoreRefusedException _ -> {
        // The store works on.
      }
    }
    return failure;
  }

  private static StoreException unwrapped(String doing, ExecutionException failure) {
    return switch (failure.getCause()) {
      case StoreException known -> known;
      case RuntimeException mistake -> throw mistake;
      case Error error -> throw error;
      case null, default -> throw new IllegalStateException(doing, failure);
    };
  }
}

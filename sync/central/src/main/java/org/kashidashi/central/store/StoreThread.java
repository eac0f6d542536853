package org.kashidashi.central.store;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The one thread that touches the connection, with a bounded queue before it. */
final class StoreThread implements AutoCloseable {
  /** More waiting than this cannot be served in time anyway. */
  static final int QUEUE_MAXIMUM = 128;

  /** How long a caller waits: longer than the database waits for another program. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final Duration CLOSING = Duration.ofSeconds(30);

  private final StoreFault fault;
  private final ThreadPoolExecutor executor = new ThreadPoolExecutor(
      1,
      1,
      0,
      TimeUnit.SECONDS,
      new ArrayBlockingQueue<>(QUEUE_MAXIMUM),
      Thread.ofPlatform().name("central-store").factory());

  StoreThread(StoreFault fault) {
    this.fault = fault;
  }

  <T> T call(Callable<T> work) throws StoreException {
    return call(work, PATIENCE);
  }

  /** Work that was begun is finished even if the caller's patience ends: outcome unknown. */
  <T> T call(Callable<T> work, Duration patience) throws StoreException {
    Future<T> future = submit(work);
    try {
      return future.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      future.cancel(false);
      throw new StoreBusyException(
          "the database did not answer within %d s, try again".formatted(patience.toSeconds()), e);
    } catch (InterruptedException e) {
      future.cancel(false);
      Thread.currentThread().interrupt();
      throw new StoreBusyException("interrupted while waiting for the database", e);
    } catch (ExecutionException e) {
      throw translated(e);
    }
  }

  @Override
  public void close() {
    executor.shutdown();
    try {
      if (!executor.awaitTermination(CLOSING.toSeconds(), TimeUnit.SECONDS)) {
        executor.shutdownNow();
      }
    } catch (InterruptedException _) {
      executor.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }

  private <T> Future<T> submit(Callable<T> work) throws StoreBusyException {
    try {
      return executor.submit(work);
    } catch (RejectedExecutionException e) {
      throw new StoreBusyException(
          "%d requests wait for the database already, or it is closing: try again"
              .formatted(QUEUE_MAXIMUM),
          e);
    }
  }

  private StoreException translated(ExecutionException failed) {
    return switch (failed.getCause()) {
      case StoreException known -> known;
      case SQLException failure -> fault.of(failure);
      case RuntimeException mistake -> throw mistake;
      case Error error -> throw error;
      case null, default ->
        throw new IllegalStateException("work on the store gave an unknown failure", failed);
    };
  }
}

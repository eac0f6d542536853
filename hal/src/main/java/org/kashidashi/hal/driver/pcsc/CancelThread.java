package org.kashidashi.hal.driver.pcsc;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.kashidashi.hal.card.ReaderUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Cancels running waits for callers that must not wait themselves: SCardCancel opens a second
 * connection to the service, whose answer it awaits without limit. Any thread.
 */
final class CancelThread implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(CancelThread.class);

  /** One may follow the one that runs, which may belong to a wait that is already over. */
  private static final int QUEUE_MAX = 1;

  private final HungCalls hung;
  private final ThreadPoolExecutor executor;

  CancelThread(HungCalls hung) {
    this.hung = hung;
    this.executor = new ThreadPoolExecutor(
        1,
        1,
        0,
        TimeUnit.SECONDS,
        new ArrayBlockingQueue<>(QUEUE_MAX),
        Thread.ofPlatform().daemon().name("card-cancel").factory(),
        new ThreadPoolExecutor.DiscardPolicy());
  }

  /**
   * Runs a cancellation soon, and returns at once. It is dropped when two are pending, when too many
   * calls hang, or after {@link #close}: the wait then ends by its own limit.
   */
  void cancel(Runnable cancellation) {
    executor.execute(() -> run(cancellation));
  }

  /** Returns at once; a cancellation that hangs is left behind. */
  @Override
  public void close() {
    executor.shutdown();
  }

  /** Nobody waits for a cancellation, so it counts as left behind from its beginning. */
  private void run(Runnable cancellation) {
    try {
      hung.requireRoom();
    } catch (ReaderUnavailableException e) {
      LOG.debug("wait not cancelled: {}", e.getMessage());
      return;
    }
    hung.add();
    try {
      cancellation.run();
    } finally {
      hung.remove();
    }
  }
}

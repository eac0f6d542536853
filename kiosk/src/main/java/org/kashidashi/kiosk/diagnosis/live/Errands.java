package org.kashidashi.kiosk.diagnosis.live;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.kashidashi.kiosk.diagnosis.DiagnosisException.NotNow;
import org.kashidashi.kiosk.diagnosis.check.Place;

/**
 * Work that others leave for the thread of a device, which does it between two steps of its own.
 *
 * <p>{@link #runPending} belongs to that thread; {@link #call} to any other.
 */
public final class Errands implements Place {
  /** One check and one that was broken off a moment ago; more means that nobody comes to them. */
  private static final int MAXIMUM = 4;

  /** Less than anybody takes for a thread that hangs. */
  private static final Duration HELD = Duration.ofMillis(500);

  private final BlockingQueue<Runnable> queue = new ArrayBlockingQueue<>(MAXIMUM);
  private final AtomicInteger holders = new AtomicInteger();
  private final Runnable wake;
  private final Duration patience;

  /**
   * @param wake lets the thread come to its errands early, if it can
   * @param patience how long a caller waits for the thread and the work
   */
  public Errands(Runnable wake, Duration patience) {
    this.wake = wake;
    this.patience = patience;
  }

  /**
   * Does one errand, if there is any; waits a moment for it while the thread is held.
   *
   * @return whether the thread is held, so that it must not do a step of its own now
   */
  public boolean runPending() throws InterruptedException {
    Runnable errand =
        holders.get() > 0 ? queue.poll(HELD.toMillis(), TimeUnit.MILLISECONDS) : queue.poll();
    if (errand != null) {
      errand.run();
    }
    return holders.get() > 0;
  }

  @Override
  public void hold() throws NotNow, InterruptedException {
    holders.incrementAndGet();
    boolean held = false;
    try {
      held = call(() -> true);
    } finally {
      if (!held) {
        release();
      }
    }
  }

  @Override
  public void release() {
    holders.decrementAndGet();
  }

  @Override
  public <T> T call(Supplier<T> work) throws NotNow, InterruptedException {
    FutureTask<T> task = new FutureTask<>(work::get);
    if (!queue.offer(task)) {
      throw new NotNow(NotNow.Reason.DEVICE_SILENT);
    }
    wake.run();
    return await(task, patience);
  }

  /** A place on a thread that takes its work from an executor. */
  public static Place on(Executor thread, Duration patience) {
    return new OnExecutor(thread, patience);
  }

  private static <T> T await(FutureTask<T> task, Duration patience)
      throws NotNow, InterruptedException {
    try {
      return task.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException _) {
      throw new NotNow(NotNow.Reason.DEVICE_SILENT);
    } catch (ExecutionException mistake) {
      throw new IllegalStateException("an errand failed", mistake.getCause());
    } finally {
      // Whoever waits no longer does not want it done later.
      task.cancel(false);
    }
  }

  private record OnExecutor(Executor thread, Duration patience) implements Place {
    @Override
    public <T> T call(Supplier<T> work) throws NotNow, InterruptedException {
      FutureTask<T> task = new FutureTask<>(work::get);
      try {
        thread.execute(task);
      } catch (RejectedExecutionException full) {
        throw new NotNow(NotNow.Reason.DEVICE_SILENT);
      }
      return await(task, patience);
    }

    @Override
    public void hold() {
      // Such a thread does nothing by itself.
    }

    @Override
    public void release() {
      // Such a thread does nothing by itself.
    }
  }
}

package org.kashidashi.kiosk.app;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.kashidashi.kiosk.loop.Scheduler;
import org.kashidashi.kiosk.loop.Workers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The threads of a running kiosk, and the one place where a mistake of ours is caught.
 *
 * <p>Whatever escapes from any of them ends the program with {@link #MISTAKE}; the service manager
 * starts it again.
 */
final class Threads implements Scheduler, AutoCloseable {
  /** The program's exit code after a mistake of ours (sysexits.h: EX_SOFTWARE). */
  static final int MISTAKE = 70;

  private static final Logger LOG = LoggerFactory.getLogger(Threads.class);
  private static final Duration GRACE = Duration.ofSeconds(2);

  private final CompletableFuture<Integer> exit;
  private final List<Thread> threads = new ArrayList<>();
  private final List<ExecutorService> workers = new ArrayList<>();
  private final ScheduledExecutorService timer;

  /**
   * @param exit completed with the exit code by whoever ends the program; the first one counts
   */
  Threads(CompletableFuture<Integer> exit) {
    this.exit = exit;
    ScheduledThreadPoolExecutor scheduled = new ScheduledThreadPoolExecutor(
        1, task -> Thread.ofPlatform().name("timer").daemon().unstarted(task));
    scheduled.setRemoveOnCancelPolicy(true);
    this.timer = scheduled;
  }

  Workers workers() {
    return new Workers(
        worker("lending"), worker("printing"), worker("signalling"), worker("auditing"));
  }

  /** Runs the step over and over on a thread of its own, until this is closed. */
  void loop(String name, Callable<Void> step) {
    Thread thread = Thread.ofPlatform().name(name).daemon().unstarted(() -> {
      try {
        while (!Thread.currentThread().isInterrupted()) {
          step.call();
        }
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
      } catch (Throwable mistake) {
        fail(name, mistake);
      }
    });
    threads.add(thread);
    thread.start();
  }

  @Override
  public void after(Duration delay, Runnable task) {
    // Nobody waits for the future: the guard hears of every failure.
    Future<?> _ = timer.schedule(guarded("timer", task), delay.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Asks the program to end with this exit code; the first one counts. */
  void exit(int code) {
    exit.complete(code);
  }

  /** Waits until somebody asked the program to end. */
  int awaitExit() {
    return exit.join();
  }

  @Override
  public void close() {
    timer.shutdownNow();
    threads.forEach(Thread::interrupt);
    workers.forEach(ExecutorService::shutdown);
    try {
      for (ExecutorService worker : workers) {
        if (!worker.awaitTermination(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
          LOG.warn("a worker did not end within {} ms", GRACE.toMillis());
        }
      }
      for (Thread thread : threads) {
        if (!thread.join(GRACE)) {
          LOG.warn("the thread {} did not end within {} ms", thread.getName(), GRACE.toMillis());
        }
      }
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }

  private Executor worker(String name) {
    ExecutorService worker = Executors.newSingleThreadExecutor(
        task -> Thread.ofPlatform().name(name).daemon().unstarted(task));
    workers.add(worker);
    return task -> {
      if (!worker.isShutdown()) {
        worker.execute(guarded(name, task));
      }
    };
  }

  private Runnable guarded(String name, Runnable task) {
    return () -> {
      try {
        task.run();
      } catch (Throwable mistake) {
        fail(name, mistake);
      }
    };
  }

  private void fail(String name, Throwable mistake) {
    LOG.error("the thread {} failed", name, mistake);
    exit(MISTAKE);
  }
}

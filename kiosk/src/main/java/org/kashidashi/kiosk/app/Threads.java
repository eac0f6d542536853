package org.kashidashi.kiosk.app;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.RejectedExecutionHandler;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
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

  /** For all threads together; the service manager does not wait much longer. */
  private static final Duration GRACE = Duration.ofSeconds(2);

  /** More than two whole sessions of items; beyond it lending is stuck, and nobody has noticed. */
  static final int LENDING_MAXIMUM = 256;

  /** A session prints one receipt; beyond it the printer's driver is stuck. */
  static final int PRINTING_MAXIMUM = 16;

  /** Tones and lamps of the last screens; older ones would only come late. */
  static final int SIGNALLING_MAXIMUM = 8;

  /** A busy minute; a disk that holds up more loses records, and never the lending. */
  static final int AUDITING_MAXIMUM = 256;

  /** How long a step of a thread may take that does not wait for anything slow. */
  static final Duration SHORT = Duration.ofSeconds(10);

  /** The library system has seconds for a patron's question, and there may be several. */
  private static final Duration LENDING_LIMIT = Duration.ofSeconds(60);

  private final CompletableFuture<Integer> exit;
  private final Vitals vitals;
  private final List<Thread> threads = new ArrayList<>();
  private final List<Runnable> stops = new ArrayList<>();
  private final List<ExecutorService> workers = new ArrayList<>();
  private final ScheduledExecutorService timer;
  private volatile boolean closing;

  /**
   * @param exit completed with the exit code by whoever ends the program; the first one counts
   * @param vitals told of each step
   */
  Threads(CompletableFuture<Integer> exit, Vitals vitals) {
    this.exit = exit;
    this.vitals = vitals;
    ScheduledThreadPoolExecutor scheduled = new ScheduledThreadPoolExecutor(
        1, task -> Thread.ofPlatform().name("timer").daemon().unstarted(task));
    scheduled.setRemoveOnCancelPolicy(true);
    // After the end nothing is due any more.
    scheduled.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
    this.timer = scheduled;
  }

  Workers workers() {
    Executor lending = worker("lending", LENDING_MAXIMUM, Threads::refuse);
    watch(lending);
    return new Workers(
        lending,
        worker("printing", PRINTING_MAXIMUM, Threads::refuse),
        worker("signalling", SIGNALLING_MAXIMUM, new ThreadPoolExecutor.DiscardOldestPolicy()),
        worker("auditing", AUDITING_MAXIMUM, lost()));
  }

  /**
   * Runs the step over and over on a thread of its own, until this is closed.
   *
   * @param allowance how long one step may take before the thread is taken to hang
   */
  void loop(String name, Duration allowance, Callable<Void> step) {
    Thread thread = begin(name, allowance, step);
    stops.add(thread::interrupt);
  }

  /**
   * Like {@link #loop(String, Duration, Callable)} for a step that must not be interrupted, since
   * that closes the device it writes to (java.nio.channels.InterruptibleChannel).
   *
   * @param wake ends the waiting of a step under way, and of the next one; any thread
   */
  void loop(String name, Duration allowance, Callable<Void> step, Runnable wake) {
    Thread _ = begin(name, allowance, step);
    stops.add(wake);
  }

  /** Does work that holds up nobody, however long it takes, on a thread of its own. */
  void once(String name, Runnable work) {
    Thread thread = Thread.ofPlatform().name(name).daemon().unstarted(guarded(name, work));
    stops.add(thread::interrupt);
    threads.add(thread);
    thread.start();
  }

  private Thread begin(String name, Duration allowance, Callable<Void> step) {
    Vitals.Part part = vitals.part(name, allowance);
    Thread thread = Thread.ofPlatform().name(name).daemon().unstarted(() -> {
      try {
        while (!closing && !Thread.currentThread().isInterrupted()) {
          step.call();
          part.beat();
        }
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
      } catch (Throwable mistake) {
        fail(name, mistake);
      }
    });
    threads.add(thread);
    thread.start();
    return thread;
  }

  @Override
  public void after(Duration delay, Runnable task) {
    // Nobody waits for the future: the guard hears of every failure.
    Future<?> _ = timer.schedule(guarded("timer", task), delay.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Looks after all threads, in the rhythm that the service manager expects. */
  void watch() {
    vitals.rhythm().ifPresent(rhythm -> {
      // Nobody waits for the future: the guard hears of every failure.
      Future<?> _ = timer.scheduleAtFixedRate(
          guarded("timer", vitals::check), 0, rhythm.toMillis(), TimeUnit.MILLISECONDS);
    });
  }

  /** A worker has no steps of its own, so it gets one now and then. */
  private void watch(Executor lending) {
    vitals.rhythm().ifPresent(rhythm -> {
      Vitals.Part part = vitals.part("lending", LENDING_LIMIT);
      Future<?> _ = timer.scheduleAtFixedRate(
          guarded("timer", () -> lending.execute(part::beat)),
          0,
          rhythm.toMillis(),
          TimeUnit.MILLISECONDS);
    });
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
    closing = true;
    timer.shutdownNow();
    stops.forEach(Runnable::run);
    workers.forEach(ExecutorService::shutdown);
    long deadline = System.nanoTime() + GRACE.toNanos();
    try {
      for (ExecutorService worker : workers) {
        if (!worker.awaitTermination(deadline - System.nanoTime(), TimeUnit.NANOSECONDS)) {
          LOG.warn("a worker did not end within {} ms", GRACE.toMillis());
        }
      }
      for (Thread thread : threads) {
        if (!thread.join(Duration.ofNanos(deadline - System.nanoTime()))) {
          LOG.warn("the thread {} did not end within {} ms", thread.getName(), GRACE.toMillis());
        }
      }
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * One thread with a bounded queue before it.
   *
   * @param full what becomes of a task that finds the queue full
   */
  private Executor worker(String name, int maximum, RejectedExecutionHandler full) {
    ThreadPoolExecutor worker = new ThreadPoolExecutor(
        1,
        1,
        0,
        TimeUnit.SECONDS,
        new ArrayBlockingQueue<>(maximum),
        task -> Thread.ofPlatform().name(name).daemon().unstarted(task),
        (task, executor) -> {
          // After the end nothing is wanted any more.
          if (!executor.isShutdown()) {
            full.rejectedExecution(task, executor);
          }
        });
    workers.add(worker);
    return task -> worker.execute(guarded(name, task));
  }

  /** Thrown at whoever asked, whose thread ends the program. */
  private static void refuse(Runnable task, ThreadPoolExecutor executor) {
    throw new RejectedExecutionException("%d tasks wait already, so their thread is stuck"
        .formatted(executor.getQueue().size()));
  }

  private static RejectedExecutionHandler lost() {
    AtomicLong lost = new AtomicLong();
    return (task, executor) -> LOG.warn(
        "an audit record is lost because {} wait to be written already; {} lost since the start",
        AUDITING_MAXIMUM,
        lost.incrementAndGet());
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

package org.kashidashi.kiosk.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.kashidashi.hal.supervisor.NoSupervisor;
import org.kashidashi.kiosk.loop.Workers;

@Timeout(60)
final class ThreadsTest {
  private static final Vitals VITALS = new Vitals(new NoSupervisor(), System::nanoTime);

  private final CompletableFuture<Integer> exit = new CompletableFuture<>();
  private final CountDownLatch stuck = new CountDownLatch(1);
  private final CountDownLatch free = new CountDownLatch(1);
  private final BlockingQueue<Integer> done = new LinkedBlockingQueue<>();

  @Test
  void endsProgramWhenLendingIsStuck() throws InterruptedException {
    try (Threads threads = new Threads(exit, VITALS)) {
      Executor lending = threads.workers().lending();
      fill(lending, Threads.LENDING_MAXIMUM);
      threads.loop("session", Threads.SHORT, () -> {
        lending.execute(() -> {});
        return null;
      });
      assertEquals(Threads.MISTAKE, threads.awaitExit());
      assertThrows(RejectedExecutionException.class, () -> lending.execute(() -> {}));
      free.countDown();
    }
  }

  @Test
  void showsNewestLampWhenLampsComeTooFast() throws InterruptedException {
    try (Threads threads = new Threads(exit, VITALS)) {
      int newest = 3 * Threads.SIGNALLING_MAXIMUM;
      fill(threads.workers().signalling(), newest);
      free.countDown();
      for (int lamp = newest - Threads.SIGNALLING_MAXIMUM; lamp < newest; lamp++) {
        assertEquals(lamp, done.take());
      }
      assertTrue(done.isEmpty());
    }
  }

  @Test
  void keepsServingWhenAuditIsStuck() throws InterruptedException {
    try (Threads threads = new Threads(exit, VITALS)) {
      fill(threads.workers().auditing(), Threads.AUDITING_MAXIMUM + 2);
      free.countDown();
      for (int record = 0; record < Threads.AUDITING_MAXIMUM; record++) {
        assertEquals(record, done.take());
      }
      assertTrue(done.isEmpty());
      assertFalse(exit.isDone());
    }
  }

  @Test
  void dropsWhatComesAfterTheEnd() {
    AtomicBoolean ran = new AtomicBoolean();
    Threads threads = new Threads(exit, VITALS);
    Workers workers = threads.workers();
    threads.close();
    workers.lending().execute(() -> ran.set(true));
    workers.printing().execute(() -> ran.set(true));
    workers.signalling().execute(() -> ran.set(true));
    workers.auditing().execute(() -> ran.set(true));
    threads.after(Duration.ZERO, () -> ran.set(true));
    assertFalse(ran.get());
    assertFalse(exit.isDone());
  }

  /** An interrupt in a write closes the channel, and nobody sees the last word. */
  @Test
  void letsAPictureBePaintedToItsEnd(@TempDir Path folder) throws Exception {
    CountDownLatch wake = new CountDownLatch(1);
    try (FileChannel glass = FileChannel.open(
        folder.resolve("glass"), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      try (Threads threads = new Threads(exit, VITALS)) {
        Callable<Void> painting = () -> {
          stuck.countDown();
          assertTrue(wake.await(30, TimeUnit.SECONDS));
          glass.write(ByteBuffer.allocate(1));
          return null;
        };
        threads.loop("display", Threads.SHORT, painting, wake::countDown);
        stuck.await();
      }
      assertTrue(glass.isOpen());
      assertEquals(1, glass.size());
      assertFalse(exit.isDone());
    }
  }

  /** Holds the thread up, and puts numbered tasks into its queue. */
  private void fill(Executor worker, int tasks) throws InterruptedException {
    worker.execute(() -> {
      stuck.countDown();
      awaitFree();
    });
    stuck.await();
    for (int task = 0; task < tasks; task++) {
      int number = task;
      worker.execute(() -> done.add(number));
    }
  }

  private void awaitFree() {
    try {
      assertTrue(free.await(30, TimeUnit.SECONDS));
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }
}

package org.kashidashi.hal.driver.pcsc;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.smartcardio.CardException;
import org.kashidashi.hal.card.ReaderUnavailableException;

/**
 * A thread for PC/SC calls that is left behind when a call does not return: nothing else ends a
 * call that hangs in a USB driver. Used by one thread at a time.
 */
final class CallThread implements AutoCloseable {
  /** Something to do on the thread. */
  interface Call<T> {
    T run() throws CardException;
  }

  private final HungCalls hung;
  private final Duration limit;
  private final ExecutorService executor;

  /**
   * @throws ReaderUnavailableException if too many earlier calls still hang
   */
  CallThread(String name, HungCalls hung, Duration limit) throws ReaderUnavailableException {
    hung.requireRoom();
    this.hung = hung;
    this.limit = limit;
    this.executor = Executors.newSingleThreadExecutor(
        Thread.ofPlatform().daemon().name(name).factory());
  }

  /**
   * Runs a call to its end, at most as long as calls may take.
   *
   * @param afterwards what to do on the thread should the call return after all
   * @throws ReaderUnavailableException if it hangs; the thread is left behind, and this object with
   *     it
   */
  <T> T call(Call<T> call, Runnable afterwards) throws PcscException, ReaderUnavailableException {
    Future<T> result = executor.submit(call::run);
    try {
      return result.get(limit.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      leaveBehind(afterwards);
      throw new ReaderUnavailableException(
          ReaderUnavailableException.Reason.HANGS,
          "no answer within %s; the call is left behind".formatted(limit),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      leaveBehind(afterwards);
      throw new ReaderUnavailableException("interrupted while waiting for an answer", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof PcscException failure) {
        throw failure;
      }
      throw new IllegalStateException("a PC/SC call failed in a way it cannot", e.getCause());
    }
  }

  /** Ends the thread once it has nothing left to do. */
  @Override
  public void close() {
    executor.shutdown();
  }

  private void leaveBehind(Runnable afterwards) {
    hung.add();
    executor.execute(() -> {
      // What comes afterwards asks the service again, so it may hang as well.
      try {
        afterwards.run();
      } finally {
        hung.remove();
      }
    });
    executor.shutdown();
  }
}

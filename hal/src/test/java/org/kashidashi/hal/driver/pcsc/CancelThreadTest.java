package org.kashidashi.hal.driver.pcsc;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kashidashi.hal.card.ReaderUnavailableException;

final class CancelThreadTest {
  private final HungCalls hung = new HungCalls();
  private final CancelThread cancels = new CancelThread(hung);
  private final CountDownLatch running = new CountDownLatch(1);
  private final CountDownLatch release = new CountDownLatch(1);
  private final AtomicInteger cancelled = new AtomicInteger();

  @AfterEach
  void endCancellations() {
    release.countDown();
    cancels.close();
  }

  @Test
  void runsOneCancellationAndKeepsOneMoreWhenItHangs() throws Exception {
    cancels.cancel(this::hang);
    assertTrue(running.await(10, TimeUnit.SECONDS));
    for (int i = 0; i < 100; i++) {
      cancels.cancel(cancelled::incrementAndGet);
    }
    assertEquals(0, cancelled.get());
    release.countDown();
    await().until(() -> cancelled.get() == 1);
    cancels.cancel(cancelled::incrementAndGet);
    await().until(() -> cancelled.get() == 2);
  }

  @Test
  void countsACancellationAmongTheHungCallsUntilItReturns() throws Exception {
    fill(HungCalls.HUNG_MAX - 1);
    cancels.cancel(this::hang);
    assertTrue(running.await(10, TimeUnit.SECONDS));
    assertThrows(ReaderUnavailableException.class, hung::requireRoom);
    release.countDown();
    await().untilAsserted(hung::requireRoom);
  }

  @Test
  void dropsACancellationWhenTooManyCallsHang() throws Exception {
    fill(HungCalls.HUNG_MAX);
    CountDownLatch reached = new CountDownLatch(1);
    cancels.cancel(reached::countDown);
    assertFalse(reached.await(200, TimeUnit.MILLISECONDS));
    hung.remove();
    cancels.cancel(reached::countDown);
    assertTrue(reached.await(10, TimeUnit.SECONDS));
  }

  private void fill(int calls) {
    for (int i = 0; i < calls; i++) {
      hung.add();
    }
  }

  private void hang() {
    running.countDown();
    try {
      assertTrue(release.await(1, TimeUnit.MINUTES));
    } catch (InterruptedException e) {
      throw new AssertionError("nobody interrupts a native call", e);
    }
  }
}

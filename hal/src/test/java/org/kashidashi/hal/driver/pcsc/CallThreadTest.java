package org.kashidashi.hal.driver.pcsc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.kashidashi.hal.card.ReaderUnavailableException;

final class CallThreadTest {
  private static final Duration LIMIT = Duration.ofMillis(50);

  private final HungCalls hung = new HungCalls();
  private final CountDownLatch release = new CountDownLatch(1);

  @Test
  void returnsWhatTheCallReturns() throws Exception {
    try (CallThread thread = new CallThread("test", hung, Duration.ofSeconds(10))) {
      assertEquals(7, thread.call(() -> 7, CallThreadTest::nothing));
    }
  }

  @Test
  void throwsWhatTheCallThrows() throws Exception {
    PcscException failure = PcscException.of("SCardTest", 0x8010001DL);
    try (CallThread thread = new CallThread("test", hung, Duration.ofSeconds(10))) {
      assertEquals(
          failure,
          assertThrows(
              PcscException.class,
              () -> thread.call(() -> fail(failure), CallThreadTest::nothing)));
    }
  }

  @Test
  void leavesAHungCallBehindAndTidiesUpWhenItReturns() throws Exception {
    CountDownLatch tidied = new CountDownLatch(1);
    CallThread thread = new CallThread("test", hung, LIMIT);
    assertThrows(
        ReaderUnavailableException.class, () -> thread.call(this::hang, tidied::countDown));
    assertEquals(1, tidied.getCount());
    release.countDown();
    assertTrue(tidied.await(10, TimeUnit.SECONDS));
    hung.requireRoom();
  }

  @Test
  void refusesMoreCallsWhenTooManyHang() throws Exception {
    for (int i = 0; i < HungCalls.HUNG_MAX; i++) {
      CallThread thread = new CallThread("test", hung, LIMIT);
      assertThrows(
          ReaderUnavailableException.class, () -> thread.call(this::hang, CallThreadTest::nothing));
    }
    assertThrows(ReaderUnavailableException.class, () -> new CallThread("test", hung, LIMIT));
    release.countDown();
  }

  @Test
  void countsACallAsHungUntilItsTidyingUpIsOver() throws Exception {
    for (int i = 1; i < HungCalls.HUNG_MAX; i++) {
      hung.add();
    }
    CountDownLatch tidying = new CountDownLatch(1);
    CountDownLatch tidied = new CountDownLatch(1);
    CallThread thread = new CallThread("test", hung, LIMIT);
    assertThrows(
        ReaderUnavailableException.class,
        () -> thread.call(this::hang, () -> {
          tidying.countDown();
          wait(tidied);
        }));
    release.countDown();
    assertTrue(tidying.await(10, TimeUnit.SECONDS));
    assertThrows(ReaderUnavailableException.class, hung::requireRoom);
    tidied.countDown();
    Awaitility.await().untilAsserted(hung::requireRoom);
  }

  private boolean hang() {
    return wait(release);
  }

  private static boolean wait(CountDownLatch latch) {
    try {
      return latch.await(1, TimeUnit.MINUTES);
    } catch (InterruptedException e) {
      throw new AssertionError("nobody interrupts a native call", e);
    }
  }

  private static void nothing() {
    // There is nothing to tidy up after these calls.
  }

  private static int fail(PcscException failure) throws PcscException {
    throw failure;
  }
}

package org.kashidashi.kiosk.console.talk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.kashidashi.kiosk.console.talk.Watchdog.Doing;

/** How long the console's thread may stand. */
final class WatchdogTest {
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final AtomicLong nanos = new AtomicLong(-7);
  private final Watchdog watchdog = new Watchdog(PATIENCE, nanos::get);

  private void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  private void assertStandsAfter(Duration limit) {
    pass(limit);
    assertFalse(watchdog.stands());
    pass(Duration.ofNanos(1));
    assertTrue(watchdog.stands());
  }

  @Test
  void waitsForWriteAsLongAsForPerson() {
    assertEquals(Doing.ORDER, watchdog.begin(Doing.WRITING));
    assertStandsAfter(PATIENCE);
  }

  @Test
  void leavesQuestionTimeToEndByItself() {
    watchdog.begin(Doing.ASKING);
    assertStandsAfter(PATIENCE.multipliedBy(2));
  }

  @Test
  void waitsAnewAfterEachKey() {
    watchdog.begin(Doing.ASKING);
    for (int keys = 0; keys < 50; keys++) {
      pass(PATIENCE);
      watchdog.key();
      assertFalse(watchdog.stands());
    }
  }

  @Test
  void waitsAnewAfterWhatWentOut() {
    for (int rows = 0; rows < 5; rows++) {
      Doing before = watchdog.begin(Doing.WRITING);
      pass(PATIENCE);
      watchdog.begin(before);
      assertFalse(watchdog.stands());
    }
    assertStandsAfter(Duration.ofMinutes(10));
  }

  @Test
  void endsWhereLineTakesRowNowAndThenAndNobodyTypes() {
    watchdog.begin(Doing.LONG_ORDER);
    for (int rows = 0; rows < 34; rows++) {
      pass(Duration.ofMinutes(1));
      watchdog.begin(watchdog.begin(Doing.WRITING));
    }
    assertStandsAfter(Duration.ofMinutes(1));
  }

  @Test
  void waitsLongerForOrder() {
    watchdog.begin(Doing.ORDER);
    assertStandsAfter(Duration.ofMinutes(15));
  }

  @Test
  void leavesOrderTimeWherePatienceIsShort() {
    watchdog.receive(Duration.ofMinutes(1));
    watchdog.begin(Doing.ORDER);
    assertStandsAfter(Duration.ofMinutes(5));
  }

  @Test
  void doesNotCutOrderWithLimitOfItsOwn() {
    watchdog.begin(Doing.LONG_ORDER);
    assertStandsAfter(Duration.ofMinutes(35));
  }

  @Test
  void givesWhoeverComesNextTheirOwnPatience() {
    pass(Duration.ofHours(9));
    watchdog.receive(Duration.ofMinutes(30));
    assertFalse(watchdog.stands());
    watchdog.begin(Doing.WRITING);
    assertStandsAfter(Duration.ofMinutes(30));
  }

  @Test
  void saysFarewellAndEndsThoughFarewellStands() throws Exception {
    CountDownLatch said = new CountDownLatch(1);
    CountDownLatch ended = new CountDownLatch(1);
    CountDownLatch never = new CountDownLatch(1);
    Watchdog hasty = new Watchdog(Duration.ofMillis(10), System::nanoTime);
    hasty.begin(Doing.WRITING);
    try (ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor()) {
      var watch = hasty.watch(
          timer,
          () -> {
            said.countDown();
            await(never);
          },
          ended::countDown);
      assertTrue(said.await(20, TimeUnit.SECONDS));
      assertTrue(ended.await(20, TimeUnit.SECONDS));
      watch.cancel(false);
      never.countDown();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }
}

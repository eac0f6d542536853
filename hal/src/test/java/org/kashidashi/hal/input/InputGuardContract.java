package org.kashidashi.hal.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kashidashi.hal.input.GuardEvent.StrangerCame;
import org.kashidashi.hal.input.GuardEvent.StrangersGone;

/** What every {@link InputGuard} keeps to. */
public abstract class InputGuardContract {
  private static final Duration LONG = Duration.ofSeconds(10);
  private static final Duration SHORT = Duration.ofMillis(100);

  private GuardBench bench;

  protected abstract GuardBench bench();

  @BeforeEach
  void setUp() {
    bench = bench();
  }

  @AfterEach
  void tearDown() {
    bench.close();
  }

  @Test
  void saysNothingWhenNobodyComes() {
    assertSilent();
    assertEquals(Optional.empty(), bench.guard().await(Duration.ZERO));
  }

  @Test
  void tellsOfStrangerThatWasThereBefore() {
    bench.plugStranger("Stranger");
    assertCame("Stranger");
    assertSilent();
  }

  @Test
  void tellsOfStrangerThatComesLater() {
    assertSilent();
    bench.plugStranger("Stranger");
    assertCame("Stranger");
    assertSilent();
  }

  @Test
  void saysNothingOfNamedDevices() {
    bench.plugNamed("Scanner");
    assertSilent();
    bench.unplug("Scanner");
    assertSilent();
  }

  @Test
  void saysNothingOfWhatStrangersType() {
    bench.plugStranger("Stranger");
    assertCame("Stranger");
    bench.typeOn("Stranger");
    assertSilent();
  }

  @Test
  void tellsOfEachStrangerAndOfTheLastOneGone() {
    bench.plugStranger("First");
    assertCame("First");
    bench.plugStranger("Second");
    assertCame("Second");
    bench.unplug("First");
    assertSilent();
    bench.unplug("Second");
    assertEquals(new StrangersGone(), next());
    assertSilent();
  }

  @Test
  void tellsOfStrangerAgainWhenItComesAgain() {
    bench.plugStranger("Stranger");
    assertCame("Stranger");
    bench.unplug("Stranger");
    assertEquals(new StrangersGone(), next());
    bench.plugStranger("Stranger");
    assertCame("Stranger");
  }

  @Test
  void cleansAndCutsWhatStrangersCallThemselves() {
    bench.plugStranger("\u001b[2J悪" + "x".repeat(300));
    StrangerCame came = assertInstanceOf(StrangerCame.class, next());
    assertTrue(came.device().matches("[ -~]{1,100}"), came.device());
  }

  @Test
  void givesNothingOnceClosed() {
    bench.plugStranger("Stranger");
    bench.guard().close();
    bench.guard().close();
    assertEquals(Optional.empty(), bench.guard().await(LONG));
  }

  @Test
  void endsRunningAwaitWhenClosed() throws Exception {
    try (ExecutorService executor = Executors.newSingleThreadExecutor()) {
      Future<Optional<GuardEvent>> await =
          executor.submit(() -> bench.guard().await(Duration.ofSeconds(50)));
      assertThrows(TimeoutException.class, () -> await.get(100, TimeUnit.MILLISECONDS));
      bench.guard().close();
      assertEquals(Optional.empty(), await.get(5, TimeUnit.SECONDS));
    }
  }

  private void assertCame(String name) {
    StrangerCame came = assertInstanceOf(StrangerCame.class, next());
    assertTrue(came.device().contains(name), came.device());
  }

  private void assertSilent() {
    assertEquals(Optional.empty(), bench.guard().await(SHORT));
  }

  private GuardEvent next() {
    return bench.guard().await(LONG).orElseThrow();
  }
}

package org.kashidashi.hal.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

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
import org.kashidashi.hal.input.PanelEvent.KeyTyped;
import org.kashidashi.hal.input.PanelEvent.PanelClosed;
import org.kashidashi.hal.input.PanelEvent.Tapped;

/** What every {@link PanelInput} of at least 20 x 4 cells keeps to. */
public abstract class PanelInputContract {
  private static final Duration LONG = Duration.ofSeconds(10);
  private static final Duration SHORT = Duration.ofMillis(20);

  private PanelBench bench;

  protected abstract PanelBench bench();

  @BeforeEach
  void setUp() {
    bench = bench();
  }

  @AfterEach
  void tearDown() {
    bench.close();
  }

  @Test
  void givesNothingWhenNothingHappens() {
    assertEquals(Optional.empty(), bench.input().await(SHORT));
    assertEquals(Optional.empty(), bench.input().await(Duration.ZERO));
  }

  @Test
  void givesTapsWithTheirCells() {
    bench.tap(0, 0);
    bench.tap(19, 3);
    assertEquals(new Tapped(0, 0), next());
    assertEquals(new Tapped(19, 3), next());
    assertEquals(Optional.empty(), bench.input().await(SHORT));
  }

  @Test
  void givesKeysInOrder() {
    bench.type("10#*");
    assertEquals(new KeyTyped('1'), next());
    assertEquals(new KeyTyped('0'), next());
    assertEquals(new KeyTyped('#'), next());
    assertEquals(new KeyTyped('*'), next());
    assertEquals(Optional.empty(), bench.input().await(SHORT));
  }

  @Test
  void saysOnceThatPanelWasClosed() {
    bench.type("1");
    assertEquals(new KeyTyped('1'), next());
    bench.hangUp();
    assertEquals(new PanelClosed(), next());
    assertEquals(Optional.empty(), bench.input().await(SHORT));
  }

  @Test
  void givesNothingOnceClosed() {
    bench.type("1");
    bench.input().close();
    bench.input().close();
    assertEquals(Optional.empty(), bench.input().await(LONG));
  }

  @Test
  void endsRunningAwaitWhenClosed() throws Exception {
    try (ExecutorService executor = Executors.newSingleThreadExecutor()) {
      Future<Optional<PanelEvent>> await =
          executor.submit(() -> bench.input().await(Duration.ofSeconds(50)));
      assertThrows(TimeoutException.class, () -> await.get(100, TimeUnit.MILLISECONDS));
      bench.input().close();
      assertEquals(Optional.empty(), await.get(5, TimeUnit.SECONDS));
    }
  }

  private PanelEvent next() {
    return bench.input().await(LONG).orElseThrow();
  }
}

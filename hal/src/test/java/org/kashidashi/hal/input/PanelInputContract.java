package org.kashidashi.hal.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
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
import org.kashidashi.hal.input.PanelEvent.PanelLost;
import org.kashidashi.hal.input.PanelEvent.PanelReady;
import org.kashidashi.hal.input.PanelEvent.Tapped;

/** What every {@link PanelInput} of at least 20 x 4 cells keeps to. */
public abstract class PanelInputContract {
  private static final Duration LONG = Duration.ofSeconds(10);
  private static final Duration SHORT = Duration.ofMillis(20);

  /** What panels may have, or lack. */
  public enum Ability {
    /** It tells taps. */
    TAPS,
    /** It tells the keys of a ten-key pad. */
    KEYS,
    /** Somebody runs it who may close it: a terminal. */
    OWNER,
    /** It has a plug that can be pulled. */
    PLUG
  }

  private final Set<Ability> abilities;
  private PanelBench bench;

  /** States what the device has. */
  protected PanelInputContract(Set<Ability> abilities) {
    this.abilities = Set.copyOf(abilities);
  }

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
    need(Ability.TAPS);
    bench.tap(0, 0);
    bench.tap(19, 3);
    assertEquals(new Tapped(0, 0), next());
    assertEquals(new Tapped(19, 3), next());
    assertEquals(Optional.empty(), bench.input().await(SHORT));
  }

  @Test
  void givesKeysInOrder() {
    need(Ability.KEYS);
    bench.type("10#*");
    assertEquals(new KeyTyped('1'), next());
    assertEquals(new KeyTyped('0'), next());
    assertEquals(new KeyTyped('#'), next());
    assertEquals(new KeyTyped('*'), next());
    assertEquals(Optional.empty(), bench.input().await(SHORT));
  }

  @Test
  void saysOnceThatPanelWasClosed() {
    need(Ability.OWNER);
    assertEquals(press(), next());
    bench.hangUp();
    assertEquals(new PanelClosed(), next());
    assertEquals(Optional.empty(), bench.input().await(SHORT));
  }

  @Test
  void givesNothingOnceClosed() {
    PanelEvent _ = press();
    bench.input().close();
    bench.input().close();
    assertEquals(Optional.empty(), bench.input().await(LONG));
  }

  @Test
  void endsRunningAwaitWhenClosed() throws Exception {
    assertEndsWhenClosed();
  }

  @Test
  void saysLostOnceWhenUnpluggedAndReadyOnceWhenReplugged() {
    need(Ability.PLUG);
    assertEquals(press(), next());
    bench.unplug();
    assertInstanceOf(PanelLost.class, next());
    assertEquals(Optional.empty(), bench.input().await(Duration.ofMillis(400)));
    bench.replug();
    assertEquals(new PanelReady(), next());
    assertEquals(press(), next());
    assertEquals(Optional.empty(), bench.input().await(SHORT));
  }

  @Test
  void endsRunningAwaitWhenClosedWhileUnplugged() throws Exception {
    need(Ability.PLUG);
    assertEquals(press(), next());
    bench.unplug();
    assertInstanceOf(PanelLost.class, next());
    assertEndsWhenClosed();
  }

  private void assertEndsWhenClosed() throws Exception {
    try (ExecutorService executor = Executors.newSingleThreadExecutor()) {
      Future<Optional<PanelEvent>> await =
          executor.submit(() -> bench.input().await(Duration.ofSeconds(50)));
      assertThrows(TimeoutException.class, () -> await.get(100, TimeUnit.MILLISECONDS));
      bench.input().close();
      assertEquals(Optional.empty(), await.get(5, TimeUnit.SECONDS));
    }
  }

  private void need(Ability ability) {
    assumeTrue(abilities.contains(ability), () -> "declared without " + ability);
  }

  /** Does what every panel has one of; gives what it should tell. */
  private PanelEvent press() {
    if (abilities.contains(Ability.KEYS)) {
      bench.type("1");
      return new KeyTyped('1');
    }
    bench.tap(1, 1);
    return new Tapped(1, 1);
  }

  private PanelEvent next() {
    return bench.input().await(LONG).orElseThrow();
  }
}

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
import org.kashidashi.hal.input.SwitchEvent.DoorMoved;
import org.kashidashi.hal.input.SwitchEvent.StaffCalled;

/** What all {@link Switches} keep to. */
public abstract class SwitchesContract {
  private static final Duration LONG = Duration.ofSeconds(10);
  private static final Duration SHORT = Duration.ofMillis(60);

  private SwitchesBench bench;

  /** A bench whose door stands open, or is shut. */
  protected abstract SwitchesBench bench(boolean doorOpen);

  @BeforeEach
  void setUp() {
    bench = bench(false);
  }

  @AfterEach
  void tearDown() {
    bench.close();
  }

  @Test
  void sayNothingWhileNothingMoves() {
    assertNothing();
  }

  @Test
  void tellEachPressOnceHoweverLongItLasts() {
    assertNothing();
    bench.press();
    assertEquals(new StaffCalled(), next());
    assertNothing();
    bench.release();
    assertNothing();
    bench.press();
    assertEquals(new StaffCalled(), next());
  }

  @Test
  void tellEachMovementOfTheDoorOnce() {
    assertNothing();
    bench.openDoor();
    assertEquals(new DoorMoved(true), next());
    assertNothing();
    bench.shutDoor();
    assertEquals(new DoorMoved(false), next());
    assertNothing();
  }

  @Test
  void tellDoorThatStandsOpenAtTheStartFirst() {
    try (SwitchesBench open = bench(true)) {
      open.press();
      assertEquals(new DoorMoved(true), open.switches().await(LONG).orElseThrow());
      assertEquals(new StaffCalled(), open.switches().await(LONG).orElseThrow());
      open.shutDoor();
      assertEquals(new DoorMoved(false), open.switches().await(LONG).orElseThrow());
    }
  }

  @Test
  void giveNothingOnceClosed() {
    bench.press();
    bench.switches().close();
    bench.switches().close();
    assertEquals(Optional.empty(), bench.switches().await(LONG));
  }

  @Test
  void endRunningAwaitWhenClosed() throws Exception {
    assertNothing();
    try (ExecutorService executor = Executors.newSingleThreadExecutor()) {
      Future<Optional<SwitchEvent>> await =
          executor.submit(() -> bench.switches().await(Duration.ofSeconds(50)));
      // Gives the other thread the time to be inside its wait.
      assertThrows(TimeoutException.class, () -> await.get(100, TimeUnit.MILLISECONDS));
      bench.switches().close();
      assertEquals(Optional.empty(), await.get(5, TimeUnit.SECONDS));
    }
  }

  private void assertNothing() {
    assertEquals(Optional.empty(), bench.switches().await(SHORT));
  }

  private SwitchEvent next() {
    return bench.switches().await(LONG).orElseThrow();
  }
}

package org.kashidashi.sync.ils;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.kashidashi.sync.TurnableClock;

final class CircuitTest {
  private final TurnableClock clock = new TurnableClock();
  private final Circuit circuit = new Circuit(clock, Duration.ofSeconds(5));

  @Test
  void everybodyMayTryWhileNothingFailed() {
    assertTrue(circuit.mayTry());
    assertTrue(circuit.mayTry());
  }

  @Test
  void nobodyTriesDuringThePauseThenOneDoes() {
    circuit.failed();
    assertFalse(circuit.mayTry());
    clock.turn(Duration.ofMillis(4_999));
    assertFalse(circuit.mayTry());

    clock.turn(Duration.ofMillis(1));

    assertTrue(circuit.mayTry());
    assertFalse(circuit.mayTry());
  }

  @Test
  void anyAnswerEndsThePause() {
    circuit.failed();

    circuit.succeeded();

    assertTrue(circuit.mayTry());
  }

  @Test
  void serversWishIsKeptWithinBounds() {
    circuit.failed(Duration.ofDays(300));
    clock.turn(Duration.ofMinutes(4));
    assertFalse(circuit.mayTry());

    clock.turn(Duration.ofMinutes(1));

    assertTrue(circuit.mayTry());
  }

  @Test
  void clockThatWentBackDoesNotKeepTheCircuitOpen() {
    circuit.failed();

    clock.turn(Duration.ofDays(-400));

    assertTrue(circuit.mayTry());
  }
}

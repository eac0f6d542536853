package org.kashidashi.kiosk.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.kashidashi.hal.sim.SimSupervisor;

class VitalsTest {
  private final AtomicLong nanos = new AtomicLong();
  private final SimSupervisor supervisor = new SimSupervisor(Optional.of(Duration.ofSeconds(15)));
  private final Vitals vitals = new Vitals(supervisor, nanos::get);

  @Test
  void asksToBeCheckedFourTimesWithinThePatience() {
    assertEquals(Optional.of(Duration.ofMillis(3_750)), vitals.rhythm());
    assertEquals(
        Optional.empty(), new Vitals(new SimSupervisor(Optional.empty()), nanos::get).rhythm());
  }

  @Test
  void isNotAliveBeforeItIsReady() {
    vitals.check();
    vitals.ready();
    vitals.ready();
    vitals.check();
    assertEquals(List.of("ready", "alive"), supervisor.heard());
  }

  @Test
  void isNotAliveWhileOneThreadHangs() {
    Vitals.Part session = vitals.part("session", Duration.ofSeconds(10));
    Vitals.Part card = vitals.part("card", Duration.ofSeconds(60));
    vitals.ready();
    passSeconds(10);
    vitals.check();
    assertEquals(List.of("ready", "alive"), supervisor.heard());
    passSeconds(1);
    card.beat();
    vitals.check();
    assertEquals(List.of("ready", "alive"), supervisor.heard());
    session.beat();
    vitals.check();
    assertEquals(List.of("ready", "alive", "alive"), supervisor.heard());
  }

  private void passSeconds(int seconds) {
    nanos.addAndGet(Duration.ofSeconds(seconds).toNanos());
  }
}

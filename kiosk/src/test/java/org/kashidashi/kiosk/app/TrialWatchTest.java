package org.kashidashi.kiosk.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.kashidashi.hal.sim.SimSupervisor;
import org.kashidashi.sync.store.StoreFullException;

@Timeout(60)
final class TrialWatchTest {
  private final SimSupervisor manager = new SimSupervisor(Optional.of(Duration.ofSeconds(20)));
  private final List<Runnable> proofs = new ArrayList<>();
  private int passed;
  private final TrialWatch watch = new TrialWatch(manager, () -> passed++, proofs::add);

  @Test
  void passesOnceTheKioskHasBeenUpForAWhile() {
    watch.ready();
    assertEquals(0, passed);
    proofs.forEach(Runnable::run);
    assertEquals(1, passed);
    assertEquals(List.of("ready"), manager.heard());
  }

  @Test
  void doesNotPassWhileAFullDiskIsWaitedFor() throws Exception {
    Queue<String> opened = new ArrayDeque<>(List.of("full", "open"));
    PatientOpening patience = new PatientOpening(
        watch.unproven(),
        () -> {},
        () -> {
          assertEquals(List.of(), proofs);
          return true;
        },
        Duration.ofMillis(1));
    patience.open(
        () -> {
          if (opened.remove().equals("full")) {
            throw new StoreFullException("no room");
          }
          return "open";
        },
        new CountDownLatch(1));
    assertEquals(List.of(), proofs);
    watch.ready();
    assertEquals(1, proofs.size());
    assertEquals("ready", manager.heard().getFirst());
    assertEquals(1, manager.heard().stream().filter("ready"::equals).count());
  }
}

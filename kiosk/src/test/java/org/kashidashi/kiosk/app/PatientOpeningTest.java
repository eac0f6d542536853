package org.kashidashi.kiosk.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.kashidashi.hal.sim.SimSupervisor;
import org.kashidashi.sync.store.StoreFullException;

@Timeout(60)
final class PatientOpeningTest {
  private static final String FULL = "status out of service, E-305, the disk is full";

  private final SimSupervisor manager = new SimSupervisor(Optional.of(Duration.ofSeconds(20)));
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final AtomicInteger said = new AtomicInteger();
  private final AtomicInteger looks = new AtomicInteger();
  private final AtomicInteger tries = new AtomicInteger();

  @Test
  void isUpAndAliveUntilThereIsRoom() throws Exception {
    ToldOnce supervisor = new ToldOnce(manager);
    PatientOpening patience = opening(supervisor, 3);

    assertEquals(Optional.of("open"), patience.open(this::openSecondTime, stopped));
    supervisor.ready();

    assertEquals(List.of("ready", FULL, "alive", "alive", "alive"), manager.heard());
    assertEquals(1, said.get());
    assertEquals(2, tries.get(), "a try without room is wear and noise");
  }

  @Test
  void saysNothingWhenThereIsRoom() throws Exception {
    assertEquals(Optional.of("open"), opening(manager, 0).open(() -> "open", stopped));

    assertEquals(List.of(), manager.heard());
    assertEquals(0, said.get());
  }

  @Test
  void endsWhenItIsToldToWhileItWaits() throws Exception {
    stopped.countDown();

    assertTrue(opening(manager, 3).open(this::openSecondTime, stopped).isEmpty());

    assertEquals(1, tries.get());
  }

  @Test
  void doesNotWaitForWhatRoomWouldNotMend() {
    assertThrows(
        IOException.class,
        () -> opening(manager, 0)
            .open(
                () -> {
                  throw new IOException("no such file");
                },
                stopped));
    assertEquals(List.of(), manager.heard());
  }

  private PatientOpening opening(
      org.kashidashi.hal.supervisor.Supervisor supervisor, int looksUntilRoom) {
    return new PatientOpening(
        supervisor,
        said::incrementAndGet,
        () -> looks.incrementAndGet() >= looksUntilRoom,
        Duration.ofMillis(1));
  }

  private String openSecondTime() throws StoreFullException {
    if (tries.incrementAndGet() == 1) {
      throw new StoreFullException("no room");
    }
    return "open";
  }
}

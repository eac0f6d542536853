package org.kashidashi.kiosk.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.kashidashi.hal.sim.SimTimeSource;
import org.kashidashi.kiosk.app.Wiring;
import org.kashidashi.kiosk.app.demo.DemoStation;
import org.kashidashi.kiosk.fault.FaultCode;
import org.kashidashi.kiosk.session.SessionEvent;
import org.kashidashi.sync.ils.Presence;
import org.kashidashi.sync.store.StoreException;
import org.kashidashi.sync.store.StoreFailedException;

@Timeout(60)
final class SyncDeskTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-20T05:05:00Z"), ZoneId.of("Asia/Tokyo"));
  private static final Duration LONG = Duration.ofDays(1);

  private final List<SessionEvent> events = new ArrayList<>();
  private final List<StoreException> told = new ArrayList<>();
  private final SecureRandom random = new SecureRandom();

  @TempDir
  Path folder;

  private DemoStation station;
  private Wiring wiring;

  @BeforeEach
  void open() throws Exception {
    station = DemoStation.open(folder, CLOCK, random);
    wiring = Wiring.open(
        station.configuration(),
        new Wiring.Surroundings(CLOCK, () -> 0, SimTimeSource.trusted(), random));
  }

  @AfterEach
  void close() throws Exception {
    station.close();
  }

  @Test
  void tellsThatStoreBroke() throws StoreException {
    wiring.close();
    desk(Duration.ZERO, () -> Presence.THERE).runOnce();
    assertEquals(List.of(new SessionEvent.ServiceLost(FaultCode.E_305)), events);
    assertEquals(1, told.size());
    assertInstanceOf(StoreFailedException.class, told.getFirst());
  }

  @Test
  void sendsBeforeTheFirstTimeWhenNudged() throws Exception {
    SyncDesk desk = desk(LONG, () -> Presence.THERE);
    desk.nudge(true);
    desk.work();
    assertEquals(List.of(new SessionEvent.LibrarySystemSeen(true)), events);
    wiring.close();
  }

  @Test
  void saysBeforeTheFirstTimeThatTheLibrarySystemIsAway() throws StoreException {
    SyncDesk desk = desk(LONG, () -> {
      Thread.currentThread().interrupt();
      return Presence.AWAY;
    });
    assertThrows(InterruptedException.class, desk::work);
    assertEquals(List.of(new SessionEvent.LibrarySystemSeen(false)), events);
    wiring.close();
  }

  @Test
  void tellsOfBeingClosedOnceAndKeepsItWhileCentralIsAway() throws Exception {
    Queue<Presence> said =
        new ArrayDeque<>(List.of(Presence.CLOSED, Presence.CLOSED, Presence.AWAY, Presence.THERE));
    SyncDesk desk = desk(Duration.ZERO, said::remove);
    for (int round = 0; round < 4; round++) {
      desk.runOnce();
    }
    wiring.close();

    assertEquals(
        List.of(new SessionEvent.KioskClosed(true), new SessionEvent.KioskClosed(false)),
        events.stream().filter(SessionEvent.KioskClosed.class::isInstance).toList());
  }

  private SyncDesk desk(Duration first, Supplier<Presence> presence) {
    return new SyncDesk(wiring.services().engine(), presence, events::add, told::add, first);
  }
}

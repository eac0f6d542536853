package org.kashidashi.kiosk.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.kashidashi.kiosk.fault.FaultCode;
import org.kashidashi.kiosk.session.SessionEvent;

class OutagesTest {
  private static final SessionEvent LOST = new SessionEvent.ServiceLost(FaultCode.E_305);
  private static final SessionEvent RESTORED = new SessionEvent.ServiceRestored();

  private final List<SessionEvent> events = new ArrayList<>();
  private final Outages outages = new Outages(events::add);
  private final Consumer<SessionEvent> disk = outages.cause();
  private final Consumer<SessionEvent> panel = outages.cause();

  @Test
  void staysOutOfServiceUntilTheLastCauseIsOver() {
    disk.accept(LOST);
    panel.accept(LOST);
    panel.accept(RESTORED);
    assertEquals(List.of(LOST, LOST), events);
    disk.accept(RESTORED);
    assertEquals(List.of(LOST, LOST, RESTORED), events);
  }

  @Test
  void countsACauseOnceHoweverOftenItIsTold() {
    disk.accept(LOST);
    disk.accept(LOST);
    disk.accept(RESTORED);
    panel.accept(LOST);
    panel.accept(RESTORED);
    assertEquals(List.of(LOST, LOST, RESTORED, LOST, RESTORED), events);
  }

  @Test
  void hearsNoEndOfACauseThatNeverBegan() {
    disk.accept(LOST);
    panel.accept(RESTORED);
    assertEquals(List.of(LOST), events);
  }

  @Test
  void handsEverythingElseOn() {
    disk.accept(LOST);
    SessionEvent second = new SessionEvent.SecondPassed();
    panel.accept(second);
    assertEquals(List.of(LOST, second), events);
  }
}

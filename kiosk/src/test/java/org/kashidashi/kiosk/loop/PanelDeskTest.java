package org.kashidashi.kiosk.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.kashidashi.hal.input.PanelEvent;
import org.kashidashi.hal.sim.SimPanelInput;
import org.kashidashi.kiosk.fault.FaultCode;
import org.kashidashi.kiosk.session.SessionEvent;

class PanelDeskTest {
  private static final Duration LONG = Duration.ofSeconds(10);

  private final List<PanelEvent> presses = new ArrayList<>();
  private final List<SessionEvent> events = new ArrayList<>();
  private final AtomicInteger working = new AtomicInteger(2);
  private final SimPanelInput touch = new SimPanelInput(60, 22);
  private final SimPanelInput keypad = new SimPanelInput(60, 22);
  private final PanelDesk first = new PanelDesk(touch, working, presses::add, events::add);
  private final PanelDesk second = new PanelDesk(keypad, working, presses::add, events::add);

  @Test
  void handsPressesOn() {
    touch.tap(3, 4);
    keypad.type("1");
    first.poll(LONG);
    second.poll(LONG);
    assertEquals(List.of(new PanelEvent.Tapped(3, 4), new PanelEvent.KeyTyped('1')), presses);
  }

  @Test
  void isOutOfServiceOnlyWhenNothingCanBePressed() {
    touch.unplug();
    first.poll(LONG);
    assertEquals(List.of(), events);
    keypad.unplug();
    second.poll(LONG);
    assertEquals(List.of(new SessionEvent.ServiceLost(FaultCode.E_305)), events);
    touch.replug();
    first.poll(LONG);
    keypad.replug();
    second.poll(LONG);
    assertEquals(
        List.of(new SessionEvent.ServiceLost(FaultCode.E_305), new SessionEvent.ServiceRestored()),
        events);
    assertEquals(List.of(), presses);
  }
}

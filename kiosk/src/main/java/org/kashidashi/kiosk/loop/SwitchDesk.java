package org.kashidashi.kiosk.loop;

import java.time.Duration;
import java.util.function.Consumer;
import org.kashidashi.hal.input.SwitchEvent;
import org.kashidashi.hal.input.Switches;
import org.kashidashi.kiosk.session.SessionEvent;

/** The thread of the case's switches. {@link #poll} is its alone. */
public final class SwitchDesk {
  private final Switches switches;
  private final Consumer<SessionEvent> events;

  public SwitchDesk(Switches switches, Consumer<SessionEvent> events) {
    this.switches = switches;
    this.events = events;
  }

  /** Waits for one event, at most {@code timeout}. */
  public void poll(Duration timeout) {
    switches.await(timeout).map(SwitchDesk::eventOf).ifPresent(events);
  }

  private static SessionEvent eventOf(SwitchEvent event) {
    return switch (event) {
      case SwitchEvent.StaffCalled _ -> new SessionEvent.StaffButtonPressed();
      case SwitchEvent.DoorMoved(boolean open) -> new SessionEvent.DoorMoved(open);
    };
  }
}

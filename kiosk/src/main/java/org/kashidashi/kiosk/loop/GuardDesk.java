package org.kashidashi.kiosk.loop;

import java.time.Duration;
import java.util.function.Consumer;
import org.kashidashi.hal.input.GuardEvent;
import org.kashidashi.hal.input.InputGuard;
import org.kashidashi.kiosk.fault.FaultCode;
import org.kashidashi.kiosk.session.SessionEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The thread that guards against keyboards that nobody has named. {@link #poll} is its alone. */
public final class GuardDesk {
  private static final Logger LOG = LoggerFactory.getLogger(GuardDesk.class);

  private final InputGuard guard;
  private final Consumer<SessionEvent> events;

  public GuardDesk(InputGuard guard, Consumer<SessionEvent> events) {
    this.guard = guard;
    this.events = events;
  }

  /** Waits for one event, at most {@code timeout}. */
  public void poll(Duration timeout) {
    guard.await(timeout).map(GuardDesk::eventOf).ifPresent(events);
  }

  private static SessionEvent eventOf(GuardEvent event) {
    return switch (event) {
      case GuardEvent.StrangerCame(String device) -> {
        LOG.error(
            "{}: the keyboard '{}' is not in the configuration; it is silenced, unplug it",
            FaultCode.E_307.code(),
            device);
        yield new SessionEvent.StrangersSeen(true);
      }
      case GuardEvent.StrangersGone _ -> {
        LOG.info("{} is over: no unknown keyboard is left", FaultCode.E_307.code());
        yield new SessionEvent.StrangersSeen(false);
      }
    };
  }
}

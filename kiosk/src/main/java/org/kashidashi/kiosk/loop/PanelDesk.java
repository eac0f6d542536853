package org.kashidashi.kiosk.loop;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.kashidashi.hal.input.PanelEvent;
import org.kashidashi.hal.input.PanelInput;
import org.kashidashi.kiosk.fault.FaultCode;
import org.kashidashi.kiosk.session.SessionEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thread of one input of the panel. {@link #poll} is its alone.
 *
 * <p>A machine on which nothing can be pressed any more is out of service; as long as one input
 * works, it goes on.
 */
public final class PanelDesk {
  private static final Logger LOG = LoggerFactory.getLogger(PanelDesk.class);

  private final PanelInput input;
  private final AtomicInteger working;
  private final Consumer<PanelEvent> presses;
  private final Consumer<SessionEvent> events;

  /**
   * @param working how many inputs of the panel work, shared by their desks
   * @param presses where presses go, and the news that the panel was closed
   */
  public PanelDesk(
      PanelInput input,
      AtomicInteger working,
      Consumer<PanelEvent> presses,
      Consumer<SessionEvent> events) {
    this.input = input;
    this.working = working;
    this.presses = presses;
    this.events = events;
  }

  /** Waits for one event, at most {@code timeout}. */
  public void poll(Duration timeout) {
    Optional<PanelEvent> event = input.await(timeout);
    if (event.isPresent()) {
      take(event.get());
    }
  }

  private void take(PanelEvent event) {
    switch (event) {
      case PanelEvent.PanelLost(String reason) -> {
        LOG.error("{}", reason);
        if (working.decrementAndGet() == 0) {
          events.accept(new SessionEvent.ServiceLost(FaultCode.E_305));
        }
      }
      case PanelEvent.PanelReady _ -> {
        LOG.info("an input of the panel is there again");
        if (working.getAndIncrement() == 0) {
          events.accept(new SessionEvent.ServiceRestored());
        }
      }
      case PanelEvent.Tapped _, PanelEvent.KeyTyped _, PanelEvent.PanelClosed _ ->
        presses.accept(event);
    }
  }
}

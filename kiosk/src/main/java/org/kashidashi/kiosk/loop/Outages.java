package org.kashidashi.kiosk.loop;

import java.util.function.Consumer;
import org.kashidashi.kiosk.session.SessionEvent;

/**
 * Keeps the kiosk out of service until the last cause of it is over. Any thread.
 *
 * <p>Space on the disk says nothing about a touch panel that is gone, nor the other way round.
 */
public final class Outages {
  private final Consumer<SessionEvent> events;
  private int causes;

  public Outages(Consumer<SessionEvent> events) {
    this.events = events;
  }

  /** Where the threads send their events whose losses and recoveries are one cause. */
  public Consumer<SessionEvent> cause() {
    return new Cause();
  }

  private final class Cause implements Consumer<SessionEvent> {
    private boolean lost;

    @Override
    public void accept(SessionEvent event) {
      synchronized (Outages.this) {
        if (passes(event)) {
          events.accept(event);
        }
      }
    }

    private boolean passes(SessionEvent event) {
      if (event instanceof SessionEvent.ServiceLost && !lost) {
        lost = true;
        causes++;
      }
      if (!(event instanceof SessionEvent.ServiceRestored)) {
        return true;
      }
      if (lost) {
        lost = false;
        causes--;
      }
      return causes == 0;
    }
  }
}

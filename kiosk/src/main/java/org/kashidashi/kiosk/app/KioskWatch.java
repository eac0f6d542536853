package org.kashidashi.kiosk.app;

import java.time.Clock;
import org.kashidashi.kiosk.config.Configuration;
import org.kashidashi.kiosk.diagnosis.Cause;
import org.kashidashi.kiosk.diagnosis.Condition;
import org.kashidashi.kiosk.diagnosis.Part;
import org.kashidashi.kiosk.diagnosis.live.Sightings;
import org.kashidashi.kiosk.diagnosis.live.Tally;
import org.kashidashi.kiosk.screen.Screen;
import org.kashidashi.kiosk.session.Occurrence;
import org.kashidashi.kiosk.session.SessionEvent;

/** Looks on while a kiosk works, and remembers what technicians may want to know. Any thread. */
final class KioskWatch implements Assembly.Watch {
  private final Sightings sightings;
  private final Tally tally;
  private volatile String says = "";
  private volatile boolean patronThere;

  KioskWatch(Configuration configuration, Clock clock) {
    this.sightings = new Sightings(clock, Parts.absent(configuration));
    this.tally = new Tally(clock);
  }

  @Override
  public void saw(SessionEvent event) {
    sightings.saw(event);
  }

  @Override
  public void happened(Occurrence occurrence) {
    tally.add(occurrence);
    sightings.happened(occurrence);
  }

  /** The panel shows something else; on the session thread. */
  void shown(Screen screen, String status) {
    says = status;
    patronThere = !(screen instanceof Screen.Idle || screen instanceof Screen.OutOfService);
  }

  /** All that can be pressed is gone, or something is there again. */
  void panel(SessionEvent event) {
    if (event instanceof SessionEvent.ServiceLost) {
      sightings.put(Condition.bad(Part.TOUCH, Cause.TOUCH_MISSING));
    } else if (event instanceof SessionEvent.ServiceRestored) {
      sightings.put(Condition.good(Part.TOUCH));
    }
  }

  Sightings sightings() {
    return sightings;
  }

  Tally tally() {
    return tally;
  }

  /** What the panel says, in one line. */
  String says() {
    return says;
  }

  boolean patronThere() {
    return patronThere;
  }
}

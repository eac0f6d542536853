package org.kashidashi.kiosk.diagnosis.live;

import java.util.function.Consumer;
import org.kashidashi.kiosk.diagnosis.DiagnosisException.NotNow;
import org.kashidashi.kiosk.diagnosis.ServiceMode;
import org.kashidashi.kiosk.diagnosis.facts.ModeFile;
import org.kashidashi.kiosk.session.SessionEvent;
import org.kashidashi.kiosk.session.Upkeep;

/** What a technician has made of the machine: told to the session, kept over a restart. Any thread. */
public final class Modes {
  private final ModeFile file;
  private final Consumer<SessionEvent> events;
  private final Object writing = new Object();
  private volatile ServiceMode mode;

  public Modes(ModeFile file, Consumer<SessionEvent> events) {
    this.file = file;
    this.events = events;
    this.mode = file.read();
  }

  /** Tells the session of the mode that the last start was left in. */
  public void begin() {
    if (mode() != ServiceMode.OPEN) {
      events.accept(new SessionEvent.UpkeepSet(upkeep(mode())));
    }
  }

  ServiceMode mode() {
    return mode;
  }

  /**
   * A visit under way goes on to its end: the session invites nobody after it. It holds before it is
   * written, and nobody who asks for it waits for a disk.
   *
   * @throws NotNow it holds, and not over a restart
   */
  void set(ServiceMode wanted) throws NotNow {
    synchronized (writing) {
      mode = wanted;
      events.accept(new SessionEvent.UpkeepSet(upkeep(wanted)));
      file.write(wanted);
    }
  }

  private static Upkeep upkeep(ServiceMode mode) {
    return switch (mode) {
      case OPEN -> Upkeep.NONE;
      case CLOSED -> Upkeep.CLOSED;
      case MAINTENANCE -> Upkeep.MAINTENANCE;
    };
  }
}

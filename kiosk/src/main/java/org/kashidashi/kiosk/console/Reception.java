package org.kashidashi.kiosk.console;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import org.kashidashi.kiosk.console.talk.Manner;

/** Says how whoever comes next is received: what the configuration has for that may change. */
@FunctionalInterface
public interface Reception {
  /** Asked each time that nobody is there; empty once nobody may be served on this line. */
  Optional<Welcome> next();

  /**
   * How somebody is received.
   *
   * @param zone in which times are told
   * @param manner how technicians are spoken to who have not said how
   * @param patience after how long without a key somebody counts as gone
   */
  record Welcome(ZoneId zone, Manner manner, Duration patience) {}
}

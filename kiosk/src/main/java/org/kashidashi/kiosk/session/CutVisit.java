package org.kashidashi.kiosk.session;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/**
 * What was lent in a session that ended with the program; whose it was is not known.
 *
 * @param name of the session, for whoever keeps it
 * @param lastLent when the last item was lent; empty if the clock could not be trusted
 * @param lent oldest first
 */
public record CutVisit(String name, Optional<LocalDateTime> lastLent, List<Line.Lent> lent) {
  public CutVisit {
    lent = List.copyOf(lent);
  }
}

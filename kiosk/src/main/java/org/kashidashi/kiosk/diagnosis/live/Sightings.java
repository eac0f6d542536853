package org.kashidashi.kiosk.diagnosis.live;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kashidashi.kiosk.diagnosis.Cause;
import org.kashidashi.kiosk.diagnosis.Condition;
import org.kashidashi.kiosk.diagnosis.Part;
import org.kashidashi.kiosk.fault.FaultCode;
import org.kashidashi.kiosk.session.CardSight;
import org.kashidashi.kiosk.session.Occurrence;
import org.kashidashi.kiosk.session.SessionEvent;

/** What the kiosk has seen of its devices and of what it depends on, as it went by. Any thread. */
public final class Sightings {
  private final Clock clock;
  private final Map<Part, Seen> seen = new EnumMap<>(Part.class);
  private boolean closedByLibrary;

  /**
   * How a part is, and since when.
   */
  public record Seen(Condition condition, Instant since) {}

  /**
   * @param absent what the configuration does not have
   */
  public Sightings(Clock clock, Set<Part> absent) {
    this.clock = clock;
    for (Part part : absent) {
      put(Condition.absent(part));
    }
  }

  /** An event is on its way to the session. */
  public void saw(SessionEvent event) {
    switch (event) {
      case SessionEvent.CardSeen(CardSight sight) ->
        put(
            sight == CardSight.READER_DOWN
                ? Condition.bad(Part.READER, Cause.READER_MISSING)
                : Condition.good(Part.READER));
      case SessionEvent.ScannerSeen(boolean there) ->
        put(
            there
                ? Condition.good(Part.SCANNER)
                : Condition.bad(Part.SCANNER, Cause.SCANNER_MISSING));
      case SessionEvent.StrangersSeen(boolean there) ->
        put(
            there
                ? Condition.doubtful(Part.KEYBOARDS, Cause.UNKNOWN_KEYBOARD)
                : Condition.good(Part.KEYBOARDS));
      case SessionEvent.LibrarySystemSeen(boolean online) ->
        put(
            online
                ? Condition.good(Part.CENTRAL)
                : Condition.doubtful(Part.CENTRAL, Cause.CENTRAL_NOT_REACHED));
      case SessionEvent.KioskClosed(boolean closed) -> libraryClosed(closed);
      case SessionEvent.ReceiptPrinted _,
          SessionEvent.SlipPrinted _,
          SessionEvent.RecordPrinted _ -> put(Condition.good(Part.PRINTER));
      case SessionEvent.ReceiptFailed _, SessionEvent.SlipFailed _, SessionEvent.RecordFailed _ ->
        put(Condition.doubtful(Part.PRINTER, Cause.PRINTER_FAILED));
      case SessionEvent.PatronTurnedAway(var _, var refusal)
      when refusal.shownCode().equals(FaultCode.E_302.code()) ->
        put(Condition.doubtful(Part.AUTHORITY, Cause.AUTHORITY_NOT_REACHED));
      default -> {
        // Says nothing about a part.
      }
    }
  }

  /** Something happened in a session. */
  public void happened(Occurrence occurrence) {
    if (occurrence instanceof Occurrence.PatronIdentified(var _, var way, boolean offline)) {
      boolean asked = way == Occurrence.PatronIdentified.Way.MY_NUMBER_CARD && !offline;
      if (asked) {
        put(Condition.good(Part.AUTHORITY));
      }
    }
  }

  /** How a part is from now on; a check that was just done knows best. */
  public synchronized void put(Condition condition) {
    Instant since = of(condition.part())
        .filter(before -> before.condition().standing() == condition.standing())
        .filter(before -> before.condition().cause() == condition.cause())
        .map(Seen::since)
        .orElseGet(clock::instant);
    seen.put(condition.part(), new Seen(condition, since));
  }

  public synchronized Optional<Seen> of(Part part) {
    return Optional.ofNullable(seen.get(part));
  }

  /** Whether a part is not well for this reason. */
  boolean has(Part part, Cause cause) {
    return of(part).filter(seen -> seen.condition().cause() == cause).isPresent();
  }

  synchronized boolean closedByLibrary() {
    return closedByLibrary;
  }

  private synchronized void libraryClosed(boolean closed) {
    closedByLibrary = closed;
  }
}

package org.kashidashi.kiosk.session;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.kashidashi.sync.circulation.ItemBarcode;
import org.kashidashi.sync.circulation.PatronStanding;

/**
 * A patron at the kiosk, and what they have borrowed so far.
 *
 * @param standing what the library system said of the patron
 * @param offline whether that came from the kiosk's cache
 * @param today the date of the visit, in the library's time zone
 * @param lines what became of each scan, oldest first
 */
public record Visit(PatronStanding standing, boolean offline, LocalDate today, List<Line> lines) {
  /** More lines than items and honest mistakes in one visit; the oldest refusals go first. */
  static final int LINES_MAXIMUM = 200;

  public Visit {
    lines = List.copyOf(lines);
  }

  static Visit beginning(SessionEvent.PatronWelcomed welcomed) {
    return new Visit(welcomed.standing(), welcomed.offline(), welcomed.today(), List.of());
  }

  /** The lines of what was lent, oldest first. */
  public List<Line.Lent> lent() {
    return lines.stream()
        .filter(Line.Lent.class::isInstance)
        .map(Line.Lent.class::cast)
        .toList();
  }

  Visit with(Line line) {
    List<Line> longer = new ArrayList<>(lines);
    longer.add(line);
    if (longer.size() > LINES_MAXIMUM) {
      longer.stream()
          .filter(old -> !(old instanceof Line.Lent))
          .findFirst()
          .ifPresent(longer::remove);
    }
    return new Visit(standing, offline, today, longer);
  }

  /** The item that was lent last, and not taken back. */
  public Optional<ItemBarcode> lastLent() {
    List<Line.Lent> lent = lent();
    return lent.isEmpty() ? Optional.empty() : Optional.of(lent.getLast().item());
  }

  /** With the loan of the item taken back. */
  Visit cancelling(ItemBarcode item) {
    List<Line> changed = new ArrayList<>(lines);
    changed.replaceAll(line ->
        line instanceof Line.Lent(ItemBarcode lent, String title, var _) && lent.equals(item)
            ? new Line.Cancelled(item, title)
            : line);
    return new Visit(standing, offline, today, changed);
  }

  /** What the patron borrowed and took back, and did not borrow again. */
  public Set<ItemBarcode> takenBack() {
    Set<ItemBarcode> items = new HashSet<>();
    for (Line line : lines) {
      switch (line) {
        case Line.Cancelled(ItemBarcode item, var _) -> items.add(item);
        case Line.Lent(ItemBarcode item, var _, var _) -> items.remove(item);
        case Line.NotLent _ -> {}
      }
    }
    return Set.copyOf(items);
  }

  Visit goneOffline() {
    return new Visit(standing, true, today, lines);
  }
}

package org.kashidashi.central.renewal;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.kashidashi.sync.circulation.PatronId;

/**
 * What a month's run has come to so far.
 *
 * @param finished whether nobody is left to ask
 * @param counts how many cards came to each outcome; outcomes that nobody had are missing
 * @param toCounter whom staff will see, and why, by library card number
 */
public record RenewalReport(
    YearMonth month, boolean finished, Map<CheckOutcome, Integer> counts, List<Line> toCounter) {
  /** A patron whose card was not renewed. */
  public record Line(PatronId patron, CheckOutcome outcome) {}

  public RenewalReport {
    counts = Map.copyOf(counts);
    toCounter = List.copyOf(toCounter);
  }

  public int count(CheckOutcome.Group group) {
    return counts.entrySet().stream()
        .filter(each -> each.getKey().group() == group)
        .mapToInt(Map.Entry::getValue)
        .sum();
  }
}

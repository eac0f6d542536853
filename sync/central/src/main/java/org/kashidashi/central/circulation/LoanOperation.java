package org.kashidashi.central.circulation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.kashidashi.sync.circulation.ItemBarcode;
import org.kashidashi.sync.circulation.LoanFlag;
import org.kashidashi.sync.circulation.PatronId;

/**
 * A loan that happened at a kiosk.
 *
 * @param lentAt by the kiosk's clock
 * @param dueTold the due date that the patron was told, if any
 */
public record LoanOperation(
    String key,
    Origin origin,
    PatronId patron,
    ItemBarcode item,
    Instant lentAt,
    ClockTrust clock,
    Optional<LocalDate> dueTold,
    Set<LoanFlag> flags)
    implements KnownOperation {
  /** The only schema there is. */
  public static final int SCHEMA = 1;

  private static final String SEPARATOR = "\n";

  public LoanOperation {
    flags = Set.copyOf(flags);
  }

  @Override
  public String content() {
    return String.join(
        SEPARATOR,
        "LOAN",
        origin.kiosk(),
        Long.toString(origin.epoch()),
        Long.toString(origin.sequence()),
        patron.number(),
        item.number(),
        lentAt.toString(),
        clock.name(),
        dueTold.map(LocalDate::toString).orElse(""),
        new TreeSet<>(flags).toString());
  }

  @Override
  public String toString() {
    return "loan operation " + key;
  }
}

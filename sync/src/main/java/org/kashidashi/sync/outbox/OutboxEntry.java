package org.kashidashi.sync.outbox;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.kashidashi.sync.circulation.ClockState;
import org.kashidashi.sync.circulation.ItemBarcode;
import org.kashidashi.sync.circulation.LoanFlag;
import org.kashidashi.sync.circulation.PatronId;

/**
 * One loan, or the cancellation of one, to be told to the library system.
 *
 * @param schema the version of this entry's meaning; a library system refuses one it does not know
 * @param lentAt when it was lent or cancelled, by the kiosk's clock
 * @param clock how far lentAt can be trusted
 * @param due what the patron was told, empty if no date was
 * @param cancels the loan that this takes back; empty for a loan
 */
public record OutboxEntry(
    IdempotencyKey key,
    int schema,
    PatronId patron,
    ItemBarcode item,
    Instant lentAt,
    ClockState clock,
    Optional<LocalDate> due,
    Set<LoanFlag> flags,
    Optional<IdempotencyKey> cancels) {
  /** The version written today. */
  public static final int SCHEMA = 1;

  public OutboxEntry {
    flags = Set.copyOf(flags);
  }
}

package org.kashidashi.sync.circulation.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.kashidashi.sync.circulation.ClockState;
import org.kashidashi.sync.circulation.DueDate;

/**
 * Counts due dates: the day of the loan plus the days of the loan, closed days not regarded.
 *
 * @param zone the library's
 */
public record DueDates(ZoneId zone) {
  public LocalDate day(Instant instant) {
    return LocalDate.ofInstant(instant, zone);
  }

  /**
   * When an item lent now is due.
   *
   * @return empty if the clock is not trusted; provisional if the loan was decided offline
   */
  public Optional<DueDate> due(Instant lentAt, int loanDays, ClockState clock, boolean offline) {
    return clock.trusted()
        ? Optional.of(new DueDate(day(lentAt).plusDays(loanDays), offline))
        : Optional.empty();
  }
}

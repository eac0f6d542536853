package org.kashidashi.central.renewal;

import java.time.YearMonth;
import java.util.Optional;
import org.kashidashi.sync.circulation.PatronId;

/**
 * How far a month's run has come.
 *
 * @param after the last library card that was dealt with; empty before the first
 * @param walked whether every card has had its turn
 * @param finished whether nobody is left to ask again
 */
public record RenewalRun(
    YearMonth month, Optional<PatronId> after, boolean walked, boolean finished) {}

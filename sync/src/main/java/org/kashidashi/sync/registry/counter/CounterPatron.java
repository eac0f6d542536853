package org.kashidashi.sync.registry.counter;

import java.time.LocalDate;
import java.util.Optional;
import org.kashidashi.sync.circulation.PatronStanding;

/**
 * A patron as a counter sees them, without personal details.
 *
 * @param linkedOn when the link was made; empty if there is none
 * @param renewableFrom the first day on which the library card can be renewed
 */
public record CounterPatron(
    PatronStanding standing,
    Optional<LocalDate> linkedOn,
    LocalDate renewableFrom,
    boolean personKept) {}

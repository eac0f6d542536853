package org.kashidashi.sync.circulation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What the library system said about an item.
 *
 * @param due when the item is due back, if it is on loan to the patron who asks
 * @param asOf when it said so
 */
public record ItemFacts(
    Item item, CirculationStatus status, Optional<LocalDate> due, Instant asOf) {}

package org.kashidashi.sync.store;

import java.time.Instant;
import java.util.Optional;

/**
 * How many entries of the outbox stand where.
 *
 * @param oldestPending when the longest waiting loan was made, by the kiosk's clock
 */
public record OutboxCounts(
    int pending,
    int confirmed,
    int confirmedWithException,
    int quarantined,
    int parked,
    Optional<Instant> oldestPending) {}

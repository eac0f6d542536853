package org.kashidashi.sync.store;

import java.time.Instant;
import org.kashidashi.sync.outbox.OutboxStatus;

/**
 * An entry of the outbox that the library system does not have, without what it is about.
 *
 * @param madeAt by the kiosk's clock
 * @param status pending or parked
 * @param reason the code for which it is parked; empty if it is not
 */
public record UnsettledEntry(long sequence, Instant madeAt, OutboxStatus status, String reason) {}

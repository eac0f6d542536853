package org.kashidashi.central.store;

import java.time.Instant;
import java.util.Optional;

/**
 * One kiosk as central knows it.
 *
 * @param validUntil the last end of its certificates that are not revoked
 * @param lastSeen its last request, within a few minutes
 */
public record KioskRecord(
    String kiosk, KioskState state, Optional<Instant> validUntil, Optional<Instant> lastSeen) {}

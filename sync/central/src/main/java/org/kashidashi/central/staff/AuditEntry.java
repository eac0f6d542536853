package org.kashidashi.central.staff;

import java.time.Instant;
import java.util.Optional;

/**
 * One line of what staff did.
 *
 * @param outcome OK, or a refusal's name
 * @param patron a keyed digest of the library card number
 */
public record AuditEntry(
    long number,
    Instant at,
    String staff,
    String station,
    String action,
    String outcome,
    Optional<String> patron) {}

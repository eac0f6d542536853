package org.kashidashi.central.circulation;

import java.time.Instant;
import java.util.Optional;

/**
 * When an operation was handed in, and how its sender proved who it is.
 *
 * @param at by central's clock
 * @param certificate serial of the kiosk's certificate; empty where kiosks do not authenticate
 */
public record Arrival(Instant at, Optional<String> certificate) {}

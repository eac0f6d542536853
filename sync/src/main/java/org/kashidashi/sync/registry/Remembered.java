package org.kashidashi.sync.registry;

import java.time.Instant;

/**
 * An answer that the kiosk heard once.
 *
 * @param asOf when it heard it
 */
public record Remembered<T>(T value, Instant asOf) {}

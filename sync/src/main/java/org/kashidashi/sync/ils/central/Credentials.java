package org.kashidashi.sync.ils.central;

import java.security.SecureRandom;
import java.util.function.LongSupplier;
import org.kashidashi.sync.ils.central.identity.CertainTime;
import org.kashidashi.sync.ils.central.identity.IdentityFile;

/**
 * What a kiosk needs to prove who it is.
 *
 * @param time judges certificates, where it is certain
 * @param nanoTime a clock that nobody can set, in nanoseconds, for the patience with central
 */
public record Credentials(
    IdentityFile file, CertainTime time, LongSupplier nanoTime, SecureRandom random) {}

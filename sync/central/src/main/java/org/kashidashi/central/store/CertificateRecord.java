package org.kashidashi.central.store;

import java.time.Instant;

/**
 * A certificate that central gave to a kiosk.
 *
 * @param serial 32 hexadecimal digits
 */
public record CertificateRecord(String serial, String kiosk, Instant issuedAt, Instant notAfter) {}

package org.kashidashi.central.http;

import java.util.Optional;
import org.kashidashi.central.identity.KioskCertificate;

/**
 * Who asks.
 *
 * @param kiosk as it calls itself
 * @param certificate what proves it; empty where kiosks do not authenticate, or not yet
 */
record Caller(String kiosk, Optional<KioskCertificate> certificate) {}

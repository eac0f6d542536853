package org.kashidashi.kiosk.audit;

/**
 * Who writes an audit trail.
 *
 * @param kiosk the kiosk's id
 * @param bootEpoch counts the starts of the kiosk; 0 for a tool that runs beside it
 */
public record AuditSource(String kiosk, long bootEpoch) {}

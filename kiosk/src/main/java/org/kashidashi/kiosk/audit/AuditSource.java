package org.kashidashi.kiosk.audit;

/**
 * Who writes an audit trail.
 *
 * @param kiosk the kiosk's id
 * @param program what runs beside the kiosk, such as a console on its line; empty for the kiosk
 * @param bootEpoch counts the starts of the kiosk, or of what runs beside it; 0 for a tool that does
 *     not count them
 */
public record AuditSource(String kiosk, String program, long bootEpoch) {
  /** The kiosk, or a tool of which one runs at a time. */
  public AuditSource(String kiosk, long bootEpoch) {
    this(kiosk, "", bootEpoch);
  }
}

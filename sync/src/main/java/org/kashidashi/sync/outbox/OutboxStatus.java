package org.kashidashi.sync.outbox;

/**
 * Where an operation stands between the kiosk and the library system.
 *
 * <p>There is no "in flight": after a power cut nobody knows what was, and an operation that may or
 * may not have arrived is sent again with the same key.
 */
public enum OutboxStatus {
  /** To be sent, or sent with unknown outcome. */
  PENDING,
  CONFIRMED,
  /** Confirmed, and the library system told its staff that something was odd. */
  CONFIRMED_WITH_EXCEPTION,
  /** The library system keeps it for its staff and has not applied it. */
  QUARANTINED,
  /** The library system does not take it. Needs a person; it is never deleted. */
  PARKED;

  /** Whether the library system has it durably, so that the kiosk need not keep it. */
  public boolean settled() {
    return this == CONFIRMED || this == CONFIRMED_WITH_EXCEPTION || this == QUARANTINED;
  }
}

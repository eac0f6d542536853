package org.kashidashi.sync.ils;

import java.time.LocalDate;
import java.util.Optional;

/** What a library system did with one operation. */
public sealed interface DeliveryResult {
  /**
   * Recorded.
   *
   * @param due as the library system has it, if it says
   */
  record Accepted(Optional<LocalDate> due) implements DeliveryResult {}

  /** Recorded, and its staff will look at it. */
  record AcceptedWithException(Optional<LocalDate> due, String reason) implements DeliveryResult {}

  /** Kept for its staff, not applied. */
  record Quarantined(String reason) implements DeliveryResult {}

  /** Not taken, and sending it again will not help. */
  record Rejected(String reason) implements DeliveryResult {}
}

package org.kashidashi.sync.store;

import java.time.LocalDate;
import java.util.Optional;
import org.kashidashi.sync.outbox.IdempotencyKey;
import org.kashidashi.sync.outbox.OutboxStatus;

/**
 * What became of an outbox entry.
 *
 * @param status any but PENDING
 * @param due as the library system says, if it does
 * @param reason the library system's code, at most 80 characters; empty if it gave none
 */
public record Settlement(
    IdempotencyKey key, OutboxStatus status, Optional<LocalDate> due, String reason) {
  private static final int REASON_MAXIMUM = 80;

  public Settlement {
    if (status == OutboxStatus.PENDING) {
      throw new IllegalArgumentException("entry %s is settled as PENDING".formatted(key));
    }
    if (reason.length() > REASON_MAXIMUM) {
      throw new IllegalArgumentException(
          "reason of %d characters, need at most %d".formatted(reason.length(), REASON_MAXIMUM));
    }
  }
}

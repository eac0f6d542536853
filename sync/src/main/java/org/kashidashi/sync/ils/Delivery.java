package org.kashidashi.sync.ils;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What became of a batch of operations. */
public sealed interface Delivery {
  /**
   * Every operation has its result, durable in the library system.
   *
   * @param results one for each operation, in their order
   */
  record Answered(List<DeliveryResult> results) implements Delivery {
    public Answered {
      results = List.copyOf(results);
    }
  }

  /**
   * The library system does not take this batch as it is, and took nothing of it: at least one
   * operation is wrong.
   *
   * @param reason at most 80 characters, without personal values
   */
  record Refused(String reason) implements Delivery {}

  /**
   * The outcome is unknown: none, some or all may have been recorded. Send again, same keys.
   *
   * @param reason for the log; without personal values
   * @param retryAfter the library system's own wish, if it had one
   */
  record NotAnswered(String reason, Optional<Duration> retryAfter) implements Delivery {}
}

package org.kashidashi.sync.ils.central;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How central answered when nothing was asked of it but an answer.
 *
 * @param took from the question to the answer, or to the end of the patience
 * @param said when central answered, by its own clock
 * @param centralUntil the end of the certificate that central showed
 * @param closed whether the library has closed this kiosk to patrons
 * @param reason why it did not answer as it should, for the log; empty if it did
 */
public record CentralProbe(
    Outcome outcome,
    Duration took,
    Optional<Instant> said,
    Optional<Instant> centralUntil,
    boolean closed,
    String reason) {
  /** What became of the question. */
  public enum Outcome {
    ANSWERED,
    /** There is no identity to show. */
    NOT_ENROLLED,
    REVOKED,
    EXPIRED,
    /** Central does not take this kiosk for another reason. */
    REFUSED,
    /** Somebody answers who is not the central that enrolled this kiosk. */
    NOT_TRUSTED,
    NOT_REACHED
  }

  static CentralProbe without(Outcome outcome, String reason) {
    return new CentralProbe(
        outcome, Duration.ZERO, Optional.empty(), Optional.empty(), false, reason);
  }
}

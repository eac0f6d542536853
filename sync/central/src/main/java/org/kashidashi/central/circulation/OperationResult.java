package org.kashidashi.central.circulation;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Optional;

/** The answer to an operation; the same for ever. */
public record OperationResult(
    String key, Outcome outcome, Optional<LocalDate> due, Optional<StaffReason> reason) {
  public static OperationResult rejected(String key, StaffReason reason) {
    return new OperationResult(key, Outcome.REJECTED, Optional.empty(), Optional.of(reason));
  }

  /** Done, and there is nothing to say of it. */
  public static OperationResult accepted(String key) {
    return new OperationResult(key, Outcome.ACCEPTED, Optional.empty(), Optional.empty());
  }

  public static OperationResult of(String key, Judgement judgement) {
    return switch (judgement) {
      case Judgement.Lent lent -> accepted(key, lent.due(), lent);
      case Judgement.Past past -> accepted(key, past.due(), past);
      case Judgement.Quarantined quarantined ->
        new OperationResult(key, Outcome.QUARANTINED, Optional.empty(), gravest(quarantined));
    };
  }

  private static OperationResult accepted(String key, LocalDate due, Judgement judgement) {
    Outcome outcome =
        judgement.reasons().isEmpty() ? Outcome.ACCEPTED : Outcome.ACCEPTED_WITH_EXCEPTION;
    return new OperationResult(key, outcome, Optional.of(due), gravest(judgement));
  }

  private static Optional<StaffReason> gravest(Judgement judgement) {
    return judgement.reasons().isEmpty()
        ? Optional.empty()
        : Optional.of(Collections.min(judgement.reasons()));
  }
}

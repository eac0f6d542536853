package org.kashidashi.hal.card.jpki;

/** An attempt cannot go on, and what it found out is known. Never leaves this package. */
@SuppressWarnings("serial")
final class AttemptEndedException extends Exception {
  private final transient CardReading outcome;

  AttemptEndedException(CardReading outcome) {
    super(outcome.toString());
    this.outcome = outcome;
  }

  CardReading outcome() {
    return outcome;
  }
}

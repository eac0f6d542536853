package org.kashidashi.hal.card.jpki.pin;

/** A step cannot go on for a reason that is no trouble of the reader. Never leaves this package. */
@SuppressWarnings("serial")
final class StepEndedException extends Exception {
  private final transient CardTrouble trouble;

  StepEndedException(String reason) {
    super(reason);
    this.trouble = new CardTrouble.Unexpected(reason);
  }

  CardTrouble trouble() {
    return trouble;
  }
}

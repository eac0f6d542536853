package org.kashidashi.hal.sim;

import java.time.Duration;
import java.util.function.Function;
import org.kashidashi.hal.card.CommandApdu;
import org.kashidashi.hal.card.ResponseApdu;

/**
 * A card made of software: it executes command APDUs. Confined to the thread of whatever reader it
 * lies on.
 */
public interface SimCard {
  /** Executes one command; a refusal is a status word, never an exception. */
  ResponseApdu transmit(CommandApdu command);

  /** The answer to reset. */
  byte[] atr();

  /** A warm reset: the selected application is forgotten, the security status is not. */
  void reset();

  /** The card leaves the field: everything but its files and retry counters is forgotten. */
  void powerOff();

  /** How long this card takes over each command; the reader lets that time pass. */
  default Duration answerTime() {
    return Duration.ZERO;
  }

  /**
   * This card with something between it and the reader.
   *
   * @param between answers each command, as a rule by handing it to this card
   */
  default SimCard behind(Function<CommandApdu, ResponseApdu> between) {
    return new WrappedCard(this, between, answerTime());
  }

  /** This card, taking so long over each command. */
  default SimCard slowedTo(Duration answerTime) {
    return new WrappedCard(this, this::transmit, answerTime);
  }
}

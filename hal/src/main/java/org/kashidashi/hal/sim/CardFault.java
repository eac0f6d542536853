package org.kashidashi.hal.sim;

import org.kashidashi.hal.card.ResponseApdu;

/** Something that a card does instead of answering a command. */
public sealed interface CardFault extends DeviceFault {
  /** It leaves the field. */
  record Pulled() implements CardFault {}

  /** It never answers; neither does anything else that waits for it. */
  record Hangs() implements CardFault {}

  /** It answers something else. */
  record Answers(ResponseApdu response) implements CardFault {}
}

package org.kashidashi.hal.sim;

import java.time.Duration;
import java.util.function.Function;
import org.kashidashi.hal.card.CommandApdu;
import org.kashidashi.hal.card.ResponseApdu;

/** Another card, answering its own way or in its own time. */
record WrappedCard(SimCard card, Function<CommandApdu, ResponseApdu> answers, Duration answerTime)
    implements SimCard {
  @Override
  public ResponseApdu transmit(CommandApdu command) {
    return answers.apply(command);
  }

  @Override
  public byte[] atr() {
    return card.atr();
  }

  @Override
  public void reset() {
    card.reset();
  }

  @Override
  public void powerOff() {
    card.powerOff();
  }
}

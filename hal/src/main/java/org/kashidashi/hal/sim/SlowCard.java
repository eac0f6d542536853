package org.kashidashi.hal.sim;

import java.time.Duration;
import org.kashidashi.hal.card.CommandApdu;
import org.kashidashi.hal.card.ResponseApdu;

/** Another card that takes its time over each command. */
public final class SlowCard implements SimCard {
  private final SimCard card;
  private final Duration answerTime;

  public SlowCard(SimCard card, Duration answerTime) {
    this.card = card;
    this.answerTime = answerTime;
  }

  @Override
  public ResponseApdu transmit(CommandApdu command) {
    return card.transmit(command);
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

  @Override
  public Duration answerTime() {
    return answerTime;
  }
}

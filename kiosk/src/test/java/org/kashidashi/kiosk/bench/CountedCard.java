package org.kashidashi.kiosk.bench;

import java.time.Duration;
import org.kashidashi.hal.card.CommandApdu;
import org.kashidashi.hal.card.ResponseApdu;
import org.kashidashi.hal.sim.SimCard;

/** A card that counts the bytes it answers. */
final class CountedCard implements SimCard {
  private final SimCard card;
  private int answered;

  CountedCard(SimCard card) {
    this.card = card;
  }

  int answered() {
    return answered;
  }

  @Override
  public ResponseApdu transmit(CommandApdu command) {
    ResponseApdu response = card.transmit(command);
    answered += response.toBytes().length;
    return response;
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
    return card.answerTime();
  }
}

package org.kashidashi.kiosk.scenario;

import java.time.Duration;
import org.kashidashi.hal.card.CommandApdu;
import org.kashidashi.hal.card.ResponseApdu;
import org.kashidashi.hal.sim.SimCard;

/** A card that makes way for another one in the middle of a reading. */
final class SwappedCard implements SimCard {
  private final SimCard card;
  private final int atCommand;
  private final Runnable swap;
  private int commands;

  /**
   * @param atCommand 1 for the first
   * @param swap is done once, before that command is answered
   */
  SwappedCard(SimCard card, int atCommand, Runnable swap) {
    this.card = card;
    this.atCommand = atCommand;
    this.swap = swap;
  }

  @Override
  public ResponseApdu transmit(CommandApdu command) {
    ResponseApdu response = card.transmit(command);
    commands++;
    if (commands == atCommand) {
      swap.run();
    }
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

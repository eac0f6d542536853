package org.kashidashi.hal.card.jpki;

import org.kashidashi.hal.card.CommandApdu;
import org.kashidashi.hal.card.ResponseApdu;
import org.kashidashi.hal.sim.SimCard;
import org.kashidashi.hal.sim.SimCardReader;

/** A card that leaves the field during one command and is back at once. */
final class TwitchingCard implements SimCard {
  private final SimCard card;
  private final SimCardReader reader;
  private int commandsLeft;

  TwitchingCard(SimCard card, SimCardReader reader, int atCommand) {
    this.card = card;
    this.reader = reader;
    this.commandsLeft = atCommand;
  }

  @Override
  public ResponseApdu transmit(CommandApdu command) {
    commandsLeft--;
    if (commandsLeft == 0) {
      reader.swap(this);
    }
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
}

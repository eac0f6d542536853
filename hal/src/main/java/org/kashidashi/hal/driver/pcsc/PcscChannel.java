package org.kashidashi.hal.driver.pcsc;

import java.nio.ByteBuffer;
import java.util.Arrays;
import javax.smartcardio.Card;
import javax.smartcardio.CardChannel;
import javax.smartcardio.CommandAPDU;
import javax.smartcardio.ResponseAPDU;

/**
 * The basic channel of a card. It sends what it is given and hides no status word: the automatic
 * repetitions of T=0 (61XX, 6CXX) do not exist here, since the cards in question speak T=1.
 */
final class PcscChannel extends CardChannel {
  private static final int STATUS_WORD = 2;

  private final PcscCard card;

  PcscChannel(PcscCard card) {
    this.card = card;
  }

  @Override
  public Card getCard() {
    return card;
  }

  @Override
  public int getChannelNumber() {
    return 0;
  }

  @Override
  public ResponseAPDU transmit(CommandAPDU command) throws PcscException {
    byte[] bytes = command.getBytes();
    byte[] response;
    try {
      response = card.transmit(bytes);
    } finally {
      // It may hold a PIN.
      Arrays.fill(bytes, (byte) 0);
    }
    if (response.length < STATUS_WORD) {
      throw new PcscException(
          PcscCode.NOT_TRANSACTED,
          "the reader gave %d bytes, an answer has at least %d"
              .formatted(response.length, STATUS_WORD));
    }
    return new ResponseAPDU(response);
  }

  @Override
  public int transmit(ByteBuffer command, ByteBuffer response) throws PcscException {
    byte[] bytes = new byte[command.remaining()];
    command.get(bytes);
    byte[] answer = transmit(new CommandAPDU(bytes)).getBytes();
    response.put(answer);
    return answer.length;
  }

  /** The basic channel closes with its card alone (javax.smartcardio). */
  @Override
  public void close() {
    throw new IllegalStateException("the basic channel closes with its card");
  }
}

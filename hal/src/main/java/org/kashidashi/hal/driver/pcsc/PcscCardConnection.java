package org.kashidashi.hal.driver.pcsc;

import java.util.Arrays;
import java.util.HexFormat;
import javax.smartcardio.Card;
import javax.smartcardio.CommandAPDU;
import org.kashidashi.hal.card.CardConnection;
import org.kashidashi.hal.card.CardException;
import org.kashidashi.hal.card.CommandApdu;
import org.kashidashi.hal.card.ReaderUnavailableException;
import org.kashidashi.hal.card.ResponseApdu;
import org.kashidashi.hal.driver.pcsc.PcscTrouble.ServiceProbe;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Exclusive use of the card in one slot. Confined to the reader's thread. */
final class PcscCardConnection implements CardConnection {
  private static final Logger LOG = LoggerFactory.getLogger(PcscCardConnection.class);

  private final String reader;
  private final Card card;
  private final CallThread calls;
  private final ServiceProbe service;
  private boolean over;
  private boolean hung;
  private boolean closed;

  PcscCardConnection(String reader, Card card, CallThread calls, ServiceProbe service) {
    this.reader = reader;
    this.card = card;
    this.calls = calls;
    this.service = service;
  }

  @Override
  public ResponseApdu transmit(CommandApdu command) throws CardException {
    if (over) {
      throw new IllegalStateException(
          "the connection to reader '%s' is over; close it and connect again".formatted(reader));
    }
    over = true;
    CommandAPDU bytes = copied(command.toBytes());
    try {
      byte[] response = calls.call(
          () -> card.getBasicChannel().transmit(bytes).getBytes(), () -> disconnect(reader, card));
      over = false;
      return ResponseApdu.parse(response);
    } catch (PcscException e) {
      throw PcscTrouble.TRANSMITTING.translate(reader, e, service);
    } catch (ReaderUnavailableException e) {
      hung = true;
      throw e;
    }
  }

  /** A command may hold a PIN: of our copies none stays but the one that this interface asks for. */
  private static CommandAPDU copied(byte[] command) {
    try {
      return new CommandAPDU(command);
    } finally {
      Arrays.fill(command, (byte) 0);
    }
  }

  @Override
  public String atr() {
    return HexFormat.of().withUpperCase().formatHex(card.getATR().getBytes());
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    over = true;
    if (hung) {
      // The thread left behind disconnects when its call returns.
      return;
    }
    try (calls) {
      calls.call(
          () -> {
            card.disconnect(true);
            return true;
          },
          () -> LOG.info("reader '{}' let the card go late", reader));
    } catch (PcscException | ReaderUnavailableException e) {
      // The card or the service has gone before; there is nothing left to let go.
      LOG.debug("reader '{}': {}", reader, e.getMessage());
    }
  }

  boolean closed() {
    return closed;
  }

  /** Lets a card go for which nobody waits any more. */
  static void disconnect(String reader, Card card) {
    try {
      card.disconnect(true);
      LOG.info("reader '{}' answered after all; the card was let go", reader);
    } catch (javax.smartcardio.CardException e) {
      LOG.info("reader '{}' answered after all: {}", reader, e.getMessage());
    }
  }
}

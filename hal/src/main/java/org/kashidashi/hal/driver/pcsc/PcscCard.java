package org.kashidashi.hal.driver.pcsc;

import javax.smartcardio.ATR;
import javax.smartcardio.Card;
import javax.smartcardio.CardChannel;
import org.kashidashi.hal.driver.pcsc.PcscLibrary.Disposition;

/** A card connected for exclusive use, with a context of its own. Confined to one thread. */
final class PcscCard extends Card {
  private final PcscLibrary library;
  private final PcscContext context;
  private final PcscLibrary.Connected connected;
  private final ATR atr;
  private boolean disconnected;

  PcscCard(PcscLibrary library, PcscContext context, PcscLibrary.Connected connected, byte[] atr) {
    this.library = library;
    this.context = context;
    this.connected = connected;
    this.atr = new ATR(atr);
  }

  @Override
  public ATR getATR() {
    return atr;
  }

  @Override
  public String getProtocol() {
    return connected.protocol() == PcscLibrary.PROTOCOL_T1 ? "T=1" : "T=0";
  }

  @Override
  public CardChannel getBasicChannel() {
    return new PcscChannel(this);
  }

  @Override
  public CardChannel openLogicalChannel() throws PcscException {
    throw new PcscException(PcscCode.OTHER, "My Number Cards have the basic channel alone");
  }

  /** Every connection is exclusive from its beginning to its end. */
  @Override
  public void beginExclusive() {
    requireConnected();
  }

  @Override
  public void endExclusive() {
    requireConnected();
  }

  @Override
  public byte[] transmitControlCommand(int controlCode, byte[] command) throws PcscException {
    throw new PcscException(
        PcscCode.OTHER,
        "control command %d: this driver only speaks to cards".formatted(controlCode));
  }

  @Override
  public void disconnect(boolean reset) throws PcscException {
    if (disconnected) {
      return;
    }
    disconnected = true;
    try (context) {
      library.disconnect(connected, reset ? Disposition.RESET : Disposition.LEAVE);
    }
  }

  byte[] transmit(byte[] command) throws PcscException {
    requireConnected();
    return library.transmit(connected, command);
  }

  private void requireConnected() {
    if (disconnected) {
      throw new IllegalStateException("the card was disconnected");
    }
  }
}

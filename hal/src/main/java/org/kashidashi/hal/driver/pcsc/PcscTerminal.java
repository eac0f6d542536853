package org.kashidashi.hal.driver.pcsc;

import java.time.Duration;
import javax.smartcardio.Card;
import javax.smartcardio.CardTerminal;

/** One slot of a reader. Confined to one thread. */
final class PcscTerminal extends CardTerminal {
  /** PC/SC counts in milliseconds; three weeks is for ever to a kiosk. */
  private static final Duration FOR_EVER = Duration.ofDays(21);

  private final PcscLibrary library;
  private final String name;

  PcscTerminal(PcscLibrary library, String name) {
    this.library = library;
    this.name = name;
  }

  @Override
  public String getName() {
    return name;
  }

  /**
   * Connects for exclusive use.
   *
   * @param protocol "T=0", "T=1" or "*" for either
   */
  @Override
  public Card connect(String protocol) throws PcscException {
    long protocols = switch (protocol) {
      case "T=0" -> PcscLibrary.PROTOCOL_T0;
      case "T=1" -> PcscLibrary.PROTOCOL_T1;
      case "*" -> PcscLibrary.PROTOCOL_T0 | PcscLibrary.PROTOCOL_T1;
      default ->
        throw new IllegalArgumentException("protocol '%s', need T=0, T=1 or *".formatted(protocol));
    };
    PcscContext context = PcscContext.establish(library);
    try {
      PcscLibrary.Connected connected = context.connect(name, protocols);
      return new PcscCard(library, context, connected, library.atr(connected));
    } catch (PcscException e) {
      context.close();
      throw e;
    }
  }

  @Override
  public boolean isCardPresent() throws PcscException {
    try (PcscContext context = PcscContext.establish(library)) {
      return context.await(SlotState.unaware(name), Duration.ZERO).holdsCard();
    }
  }

  @Override
  public boolean waitForCardPresent(long timeoutMillis) throws PcscException {
    return waitFor(true, timeoutMillis);
  }

  @Override
  public boolean waitForCardAbsent(long timeoutMillis) throws PcscException {
    return waitFor(false, timeoutMillis);
  }

  /** Zero means for ever, as everywhere in javax.smartcardio. */
  static Duration limit(long timeoutMillis) {
    return timeoutMillis == 0 ? FOR_EVER : Duration.ofMillis(timeoutMillis);
  }

  /** The limit counts from the last change of any kind, as when another program connects. */
  private boolean waitFor(boolean wanted, long timeoutMillis) throws PcscException {
    try (PcscContext context = PcscContext.establish(library)) {
      SlotState now = context.await(SlotState.unaware(name), Duration.ZERO);
      SlotState before = SlotState.unaware(name);
      while (now.holdsCard() != wanted && !now.equals(before)) {
        before = now;
        now = context.await(before, limit(timeoutMillis));
      }
      return now.holdsCard() == wanted;
    }
  }
}

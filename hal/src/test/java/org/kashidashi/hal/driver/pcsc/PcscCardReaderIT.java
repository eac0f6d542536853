package org.kashidashi.hal.driver.pcsc;

import org.kashidashi.hal.card.CardReaderContract;

/** The contract on real parts: our driver, libpcsclite, pcscd. Run by packaging/with-pcscd. */
final class PcscCardReaderIT extends CardReaderContract {
  @Override
  protected Bench open() {
    return new VirtualBench();
  }
}

package org.kashidashi.kiosk.counter;

/** On the PC/SC service with a virtual reader. Run by packaging/with-pcscd. */
final class DeskAndKioskIT extends DeskAndKioskContract {
  @Override
  CardBench bench() {
    return new PcscBench();
  }
}

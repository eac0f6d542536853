package org.kashidashi.kiosk.counter;

/** At a simulated reader. */
final class DeskAndKioskScenario extends DeskAndKioskContract {
  @Override
  CardBench bench() {
    return new SimBench();
  }
}

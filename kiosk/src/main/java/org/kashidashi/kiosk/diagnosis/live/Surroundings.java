package org.kashidashi.kiosk.diagnosis.live;

import java.time.Clock;
import java.util.function.LongSupplier;
import org.kashidashi.kiosk.diagnosis.facts.Machine;
import org.kashidashi.sync.store.Store;

/**
 * What a running kiosk stands on besides its devices.
 *
 * @param nanoTime runs on evenly, whatever the clock does
 */
public record Surroundings(Machine machine, LongSupplier nanoTime, Store store) {
  Clock clock() {
    return machine.clock();
  }
}

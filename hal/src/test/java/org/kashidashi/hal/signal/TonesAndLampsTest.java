package org.kashidashi.hal.signal;

import java.util.Optional;
import org.kashidashi.hal.sim.SimSignal;

class TonesAndLampsTest extends SignalContract {
  TonesAndLampsTest() {
    super(true, true);
  }

  @Override
  protected SignalBench bench() {
    SimSignal tones = new SimSignal();
    SimSignal lamps = new SimSignal();
    TonesAndLamps both = new TonesAndLamps(tones, lamps);
    return new SignalBench() {
      @Override
      public Signal signal() {
        return both;
      }

      @Override
      public int heard() {
        return tones.tones().size() + lamps.tones().size();
      }

      @Override
      public Optional<Lamp> lit() {
        return Optional.of(lamps.lamp());
      }

      @Override
      public void close() {
        both.close();
      }
    };
  }
}

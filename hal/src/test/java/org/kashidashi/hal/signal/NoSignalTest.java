package org.kashidashi.hal.signal;

import java.util.Optional;

class NoSignalTest extends SignalContract {
  NoSignalTest() {
    super(false, false);
  }

  @Override
  protected SignalBench bench() {
    NoSignal signal = new NoSignal();
    return new SignalBench() {
      @Override
      public Signal signal() {
        return signal;
      }

      @Override
      public int heard() {
        return 0;
      }

      @Override
      public Optional<Lamp> lit() {
        return Optional.empty();
      }

      @Override
      public void close() {
        signal.close();
      }
    };
  }
}

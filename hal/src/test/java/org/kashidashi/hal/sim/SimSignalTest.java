package org.kashidashi.hal.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.kashidashi.hal.signal.Lamp;
import org.kashidashi.hal.signal.Signal;
import org.kashidashi.hal.signal.SignalBench;
import org.kashidashi.hal.signal.SignalContract;
import org.kashidashi.hal.signal.Tone;

class SimSignalTest extends SignalContract {
  SimSignalTest() {
    super(true, true);
  }

  @Override
  protected SignalBench bench() {
    SimSignal signal = new SimSignal();
    return new SignalBench() {
      @Override
      public Signal signal() {
        return signal;
      }

      @Override
      public int heard() {
        return signal.tones().size();
      }

      @Override
      public Optional<Lamp> lit() {
        return Optional.of(signal.lamp());
      }

      @Override
      public void close() {
        signal.close();
      }
    };
  }

  @Test
  void writesDownWhatWasGiven() {
    SimSignal signal = new SimSignal();
    signal.sound(Tone.LENT);
    signal.light(Lamp.READING);
    signal.close();
    assertEquals(List.of(Tone.LENT), signal.tones());
    assertEquals(List.of(Lamp.OFF, Lamp.READING, Lamp.OFF), signal.lamps());
    assertThrows(IllegalStateException.class, () -> signal.sound(Tone.LENT));
  }
}

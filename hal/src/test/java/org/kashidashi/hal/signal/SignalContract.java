package org.kashidashi.hal.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link Signal} keeps to. */
public abstract class SignalContract {
  private final boolean audible;
  private final boolean visible;
  private SignalBench bench;

  /**
   * States what the device has.
   *
   * @param audible it can sound
   * @param visible it has lamps
   */
  protected SignalContract(boolean audible, boolean visible) {
    this.audible = audible;
    this.visible = visible;
  }

  protected abstract SignalBench bench();

  @BeforeEach
  void setUp() {
    bench = bench();
  }

  @AfterEach
  void tearDown() {
    bench.close();
  }

  @Test
  void soundsEveryTone() {
    for (Tone tone : Tone.values()) {
      bench.signal().sound(tone);
    }
    assertEquals(audible ? Tone.values().length : 0, bench.heard());
  }

  @Test
  void lightsOneLampAndPutsItOutAtTheEnd() {
    for (Lamp lamp : Lamp.values()) {
      bench.signal().light(lamp);
      assertEquals(visible ? Optional.of(lamp) : Optional.empty(), bench.lit());
    }
    bench.signal().light(Lamp.READY);
    bench.signal().close();
    bench.signal().close();
    assertEquals(visible ? Optional.of(Lamp.OFF) : Optional.empty(), bench.lit());
  }
}

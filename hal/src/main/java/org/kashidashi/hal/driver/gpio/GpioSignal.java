package org.kashidashi.hal.driver.gpio;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.kashidashi.hal.driver.gpio.GpioSettings.Output;
import org.kashidashi.hal.signal.Lamp;
import org.kashidashi.hal.signal.Signal;
import org.kashidashi.hal.signal.Tone;
import org.kashidashi.hal.signal.TonePattern;

/** Lamps and a buzzer, each on a line. Belongs to one thread; the buzzer has its own. */
final class GpioSignal implements Signal {
  /** The unit of the buzzer's patterns. */
  static final Duration PULSE = TonePattern.UNIT;

  private final Map<Lamp, OutputLine> lamps = new EnumMap<>(Lamp.class);
  private final Map<Output, Buzzer> buzzers = new EnumMap<>(Output.class);
  private boolean closed;

  GpioSignal(Map<Output, OutputLine> outputs, Duration pulse) {
    outputs.forEach((output, line) -> {
      switch (output) {
        case LAMP_READY -> lamps.put(Lamp.READY, line);
        case LAMP_READING -> lamps.put(Lamp.READING, line);
        case LAMP_ATTENTION -> lamps.put(Lamp.ATTENTION, line);
        case BUZZER -> buzzers.put(output, Buzzer.start(line, pulse));
      }
    });
  }

  @Override
  public void sound(Tone tone) {
    buzzers.values().forEach(buzzer -> buzzer.sound(tone));
  }

  /** The others go out first: two lamps at once would say two things. */
  @Override
  public void light(Lamp lamp) {
    if (closed) {
      return;
    }
    lamps.forEach((other, line) -> {
      if (other != lamp) {
        line.set(false);
      }
    });
    OutputLine lit = lamps.get(lamp);
    if (lit != null) {
      lit.set(true);
    }
  }

  @Override
  public void close() {
    light(Lamp.OFF);
    closed = true;
    buzzers.values().forEach(Buzzer::close);
  }
}

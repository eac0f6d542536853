package org.kashidashi.hal.driver.gpio;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.pi4j.io.gpio.digital.DigitalOutput;
import com.pi4j.io.gpio.digital.DigitalState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.kashidashi.hal.driver.gpio.GpioLine.Active;
import org.kashidashi.hal.driver.gpio.GpioSettings.Output;
import org.kashidashi.hal.signal.Lamp;
import org.kashidashi.hal.signal.Signal;
import org.kashidashi.hal.signal.SignalBench;
import org.kashidashi.hal.signal.SignalContract;
import org.kashidashi.hal.signal.Tone;
import org.kashidashi.hal.signal.TonePattern;

class GpioSignalTest extends SignalContract {
  private static final Duration QUICK = Duration.ofNanos(100_000);
  private static final GpioSettings SETTINGS = new GpioSettings(
      Map.of(
          Output.LAMP_READY, new GpioLine(17, Active.HIGH),
          Output.LAMP_READING, new GpioLine(27, Active.HIGH),
          // One that lights when its line is low, as relay boards do.
          Output.LAMP_ATTENTION, new GpioLine(22, Active.LOW),
          Output.BUZZER, new GpioLine(23, Active.HIGH)),
      Map.of(),
      GpioSettings.USUAL_DEBOUNCE);

  GpioSignalTest() {
    super(true, true);
  }

  @Override
  protected SignalBench bench() {
    return new HeaderBench();
  }

  @Test
  void beepsEachToneInItsOwnWay() {
    List<Integer> beeps = new ArrayList<>();
    for (Tone tone : Tone.values()) {
      beeps.add(TonePattern.of(tone).beeps());
    }
    assertEquals(List.of(1, 2, 3, 5, 1), beeps);
  }

  @Test
  void returnsAtOnceAndFallsSilentWhenClosed() {
    MockHeader header = new MockHeader(SETTINGS, Duration.ofSeconds(1));
    DigitalOutput buzzer = header.output(Output.BUZZER);
    long before = System.nanoTime();
    header.lines().signal().sound(Tone.FINISHED);
    await().until(buzzer::isHigh);
    header.lines().signal().close();
    assertTrue(buzzer.isLow());
    assertTrue(System.nanoTime() - before < Duration.ofSeconds(30).toNanos());
    header.close();
  }

  @Test
  void dropsTonesThatNobodyConnectsWithTheirCauseAnyMore() {
    try (MockHeader header = new MockHeader(SETTINGS, QUICK)) {
      for (int tones = 0; tones < 10_000; tones++) {
        header.lines().signal().sound(Tone.RECEIVED);
      }
      header.lines().signal().light(Lamp.READY);
      assertTrue(header.output(Output.LAMP_READY).isHigh());
    }
  }

  /** Hears a tone when all its beeps have come. */
  private static final class HeaderBench implements SignalBench {
    private final MockHeader header = new MockHeader(SETTINGS, QUICK);
    private final AtomicInteger beeps = new AtomicInteger();
    private final List<Tone> sounded = new ArrayList<>();

    HeaderBench() {
      header.output(Output.BUZZER).addListener(event -> {
        if (event.state() == DigitalState.HIGH) {
          beeps.incrementAndGet();
        }
      });
    }

    @Override
    public Signal signal() {
      Signal signal = header.lines().signal();
      return new Signal() {
        @Override
        public void sound(Tone tone) {
          sounded.add(tone);
          signal.sound(tone);
        }

        @Override
        public void light(Lamp lamp) {
          signal.light(lamp);
        }

        @Override
        public void close() {
          signal.close();
        }
      };
    }

    @Override
    public int heard() {
      int expected =
          sounded.stream().mapToInt(tone -> TonePattern.of(tone).beeps()).sum();
      await().until(() -> beeps.get() >= expected);
      assertEquals(expected, beeps.get());
      return sounded.size();
    }

    @Override
    public Optional<Lamp> lit() {
      List<Lamp> lit = new ArrayList<>();
      if (header.output(Output.LAMP_READY).isHigh()) {
        lit.add(Lamp.READY);
      }
      if (header.output(Output.LAMP_READING).isHigh()) {
        lit.add(Lamp.READING);
      }
      if (header.output(Output.LAMP_ATTENTION).isLow()) {
        lit.add(Lamp.ATTENTION);
      }
      assertTrue(lit.size() <= 1, () -> "lit at once: " + lit);
      return Optional.of(lit.isEmpty() ? Lamp.OFF : lit.getFirst());
    }

    @Override
    public void close() {
      header.close();
    }
  }
}

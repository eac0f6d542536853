package org.kashidashi.hal.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Measured on the samples alone, as a listener would. */
class ToneWaveTest {
  private static final int QUIET = 8;

  /** Beeps are apart by more silence than this. */
  private static final int GAP_SAMPLES = ToneWave.SAMPLES_A_SECOND / 25;

  private record Beep(int from, int to) {
    int milliseconds() {
      return Math.round((to - from) * 1_000f / ToneWave.SAMPLES_A_SECOND);
    }
  }

  @ParameterizedTest
  @EnumSource(Tone.class)
  void soundsNoHigherThanOlderEarsHear(Tone tone) {
    short[] samples = ToneWave.of(tone, 80).samples();
    Beep beep = beeps(samples).getFirst();
    int crossings = 0;
    for (int i = beep.from() + 1; i <= beep.to(); i++) {
      if (samples[i - 1] < 0 != samples[i] < 0) {
        crossings++;
      }
    }
    double hertz = crossings / 2.0 * ToneWave.SAMPLES_A_SECOND / (beep.to() - beep.from());
    assertEquals(TonePattern.of(tone).hertz(), hertz, TonePattern.of(tone).hertz() * 0.02);
    assertTrue(hertz <= 2_500, "%.0f Hz".formatted(hertz));
  }

  @ParameterizedTest
  @EnumSource(Tone.class)
  void hasNothingBesideItsFundamental(Tone tone) {
    short[] samples = ToneWave.of(tone, 80).samples();
    int hertz = TonePattern.of(tone).hertz();
    double fundamental = power(samples, hertz);
    assertTrue(power(samples, hertz * 2) < fundamental / 1_000);
    assertTrue(power(samples, hertz * 3) < fundamental / 1_000);
  }

  @ParameterizedTest
  @EnumSource(Tone.class)
  void isAsLoudAsSet(Tone tone) {
    for (int volume : new int[] {1, 50, 100}) {
      int peak = 0;
      for (short sample : ToneWave.of(tone, volume).samples()) {
        peak = Math.max(peak, Math.abs(sample));
      }
      double set = Short.MAX_VALUE * volume / 100.0;
      // The top of a wave may lie between two samples.
      assertTrue(peak <= set + 1 && peak > 0.94 * set, "%d of %.0f".formatted(peak, set));
    }
  }

  @ParameterizedTest
  @EnumSource(Tone.class)
  void followsItsPattern(Tone tone) {
    TonePattern pattern = TonePattern.of(tone);
    List<Beep> beeps = beeps(ToneWave.of(tone, 100).samples());
    assertEquals(pattern.beeps(), beeps.size());
    for (Beep beep : beeps) {
      assertEquals(pattern.on() * 10, beep.milliseconds(), 3);
    }
    for (int i = 1; i < beeps.size(); i++) {
      int silence = new Beep(beeps.get(i - 1).to(), beeps.get(i).from()).milliseconds();
      assertEquals(pattern.off() * 10, silence, 3);
    }
  }

  @ParameterizedTest
  @EnumSource(Tone.class)
  void beginsAndEndsSoftly(Tone tone) {
    short[] samples = ToneWave.of(tone, 100).samples();
    for (Beep beep : beeps(samples)) {
      for (int i = 0; i < ToneWave.SAMPLES_A_SECOND / 1_000; i++) {
        assertTrue(Math.abs(samples[beep.from() + i]) < Short.MAX_VALUE / 3);
        assertTrue(Math.abs(samples[beep.to() - i]) < Short.MAX_VALUE / 3);
      }
    }
  }

  @Test
  void sendsTheLowerByteFirst() {
    ToneWave wave = ToneWave.of(Tone.RECEIVED, 100);
    short[] samples = wave.samples();
    byte[] bytes = wave.littleEndian();
    assertEquals(2 * samples.length, bytes.length);
    int at = samples.length / 2 + 1;
    assertEquals(samples[at], (short) ((bytes[2 * at] & 0xFF) | (bytes[2 * at + 1] << 8)));
  }

  @Test
  void refusesWhatCannotBeHeardOrHurts() {
    assertThrows(IllegalArgumentException.class, () -> ToneWave.of(Tone.LENT, 0));
    assertThrows(IllegalArgumentException.class, () -> ToneWave.of(Tone.LENT, 101));
    assertThrows(IllegalArgumentException.class, () -> new TonePattern(1, 10, 0, 2_501));
  }

  private static List<Beep> beeps(short[] samples) {
    List<Beep> beeps = new ArrayList<>();
    int from = -1;
    int last = -1;
    for (int i = 0; i < samples.length; i++) {
      if (Math.abs(samples[i]) > QUIET) {
        if (from >= 0 && i - last > GAP_SAMPLES) {
          beeps.add(new Beep(from, last));
          from = i;
        }
        from = from < 0 ? i : from;
        last = i;
      }
    }
    beeps.add(new Beep(from, last));
    return beeps;
  }

  /** How much of one frequency there is (Goertzel). */
  private static double power(short[] samples, int hertz) {
    double factor = 2 * Math.cos(2 * Math.PI * hertz / ToneWave.SAMPLES_A_SECOND);
    double before = 0;
    double now = 0;
    for (short sample : samples) {
      double next = sample + factor * now - before;
      before = now;
      now = next;
    }
    return now * now + before * before - factor * now * before;
  }
}

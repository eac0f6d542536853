package org.kashidashi.hal.signal;

/**
 * A tone as sound: 16-bit samples of one channel, each beep with soft edges so that it does not
 * click.
 *
 * @param volume the greatest amplitude, 1 to 100 per cent of full scale
 */
public record ToneWave(TonePattern pattern, int volume) {
  /** Enough for the highest tone. */
  public static final int SAMPLES_A_SECOND = 16_000;

  private static final int SAMPLES_A_UNIT =
      (int) (SAMPLES_A_SECOND * TonePattern.UNIT.toMillis() / 1_000);

  /** Half a unit to rise, and half a unit to fall. */
  private static final int EDGE_SAMPLES = SAMPLES_A_UNIT / 2;

  private static final int PER_CENT = 100;

  public ToneWave {
    if (volume < 1 || volume > PER_CENT) {
      throw new IllegalArgumentException("volume of %d per cent, need 1 to 100".formatted(volume));
    }
  }

  public static ToneWave of(Tone tone, int volume) {
    return new ToneWave(TonePattern.of(tone), volume);
  }

  public short[] samples() {
    int on = pattern.on() * SAMPLES_A_UNIT;
    int period = on + pattern.off() * SAMPLES_A_UNIT;
    short[] samples = new short[pattern.beeps() * period];
    for (int i = 0; i < samples.length; i++) {
      int inBeep = i % period;
      samples[i] = inBeep < on ? sample(inBeep, on) : 0;
    }
    return samples;
  }

  private short sample(int at, int length) {
    double edge = Math.min(1.0, Math.min(at, length - at) / (double) EDGE_SAMPLES);
    double sine = Math.sin(2 * Math.PI * pattern.hertz() * at / SAMPLES_A_SECOND);
    return (short) Math.round(Short.MAX_VALUE * volume / (double) PER_CENT * edge * sine);
  }

  /** The samples as they go to a sound card: the lower byte of each first. */
  public byte[] littleEndian() {
    short[] samples = samples();
    byte[] bytes = new byte[2 * samples.length];
    for (int i = 0; i < samples.length; i++) {
      bytes[2 * i] = (byte) samples[i];
      bytes[2 * i + 1] = (byte) (samples[i] >> Byte.SIZE);
    }
    return bytes;
  }
}

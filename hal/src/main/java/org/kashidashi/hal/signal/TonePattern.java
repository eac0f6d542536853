package org.kashidashi.hal.signal;

import java.time.Duration;

/**
 * How a tone sounds: so many beeps of so many units, with so many units of silence after each.
 *
 * @param hertz the fundamental, where the device can choose it
 */
public record TonePattern(int beeps, int on, int off, int hertz) {
  public static final Duration UNIT = Duration.ofMillis(10);

  /** Older ears hear nothing higher well (JIS S 0014). */
  public static final int HERTZ_MAXIMUM = 2_500;

  /** Short for what was felt, long for the end, repeated for what wants attention (JIS S 0013). */
  public static TonePattern of(Tone tone) {
    return switch (tone) {
      case RECEIVED -> new TonePattern(1, 10, 0, 2_000);
      case LENT -> new TonePattern(2, 8, 8, 2_000);
      case ATTENTION -> new TonePattern(3, 15, 15, 1_600);
      case STRONG_ATTENTION -> new TonePattern(5, 15, 10, 2_400);
      case FINISHED -> new TonePattern(1, 60, 0, 2_000);
    };
  }

  public TonePattern {
    if (hertz < 1 || hertz > HERTZ_MAXIMUM) {
      throw new IllegalArgumentException(
          "a tone of %d Hz, need 1 to %d".formatted(hertz, HERTZ_MAXIMUM));
    }
  }
}

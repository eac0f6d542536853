package org.kashidashi.hal.driver.evdev;

import java.time.Duration;

/**
 * Which keyboard is a barcode scanner, and how it types.
 *
 * @param keymap the layout that the scanner is set to
 * @param silenceLimit the longest pause within a scan, 20 to 500 ms: longer than the scanner's own,
 *     shorter than a hand's
 */
public record EvdevScannerSettings(InputRule rule, Keymap keymap, Duration silenceLimit) {
  /** Scanners pause 1 to 20 ms between keys, fast hands 120 ms. */
  public static final Duration USUAL_SILENCE_LIMIT = Duration.ofMillis(100);

  private static final Duration SHORTEST = Duration.ofMillis(20);
  private static final Duration LONGEST = Duration.ofMillis(500);

  public EvdevScannerSettings {
    if (silenceLimit.compareTo(SHORTEST) < 0 || silenceLimit.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "silence limit of %s, need %s to %s".formatted(silenceLimit, SHORTEST, LONGEST));
    }
  }
}

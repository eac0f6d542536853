package org.kashidashi.hal.driver.evdev;

/**
 * What a touch panel has to be corrected by: six numbers as udev's {@code LIBINPUT_CALIBRATION_MATRIX}
 * holds them, the upper two rows of a 3 x 3 matrix over coordinates from 0 to 1: {@code x' = a x + b y
 * + c, y' = d x + e y + f}.
 */
public record Calibration(double a, double b, double c, double d, double e, double f) {
  /** A panel that needs none. */
  public static final Calibration NONE = new Calibration(1, 0, 0, 0, 1, 0);

  /** No glass is a hundred times as large as its picture. */
  private static final double LARGEST = 100;

  public Calibration {
    for (double number : new double[] {a, b, c, d, e, f}) {
      if (!(Math.abs(number) <= LARGEST)) {
        throw new IllegalArgumentException(
            "calibration with %s, need numbers between -100 and 100".formatted(number));
      }
    }
    if (Math.abs(a * e - b * d) < 1e-6) {
      throw new IllegalArgumentException(
          "calibration %s %s %s %s %s %s makes a line of the glass, measure it again"
              .formatted(a, b, c, d, e, f));
    }
  }

  GlassPoint correct(GlassPoint point) {
    return new GlassPoint(a * point.x() + b * point.y() + c, d * point.x() + e * point.y() + f);
  }
}

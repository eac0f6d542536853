package org.kashidashi.hal.sim;

import java.awt.image.BufferedImage;

/**
 * How much two pictures differ.
 *
 * @param share of the pixels that differ visibly, 0 to 1; 1 if the sizes differ
 * @param largest difference of one colour channel, 0 to 255
 */
public record PictureComparison(double share, int largest) {
  /** Edges of letters may differ by this much between versions of a font. */
  public static final int VISIBLE_DIFFERENCE = 48;

  /** Half a letter on a screen of 60 x 22 cells. */
  public static final double TOLERATED_SHARE = 0.0002;

  public static PictureComparison of(BufferedImage expected, BufferedImage actual) {
    if (expected.getWidth() != actual.getWidth() || expected.getHeight() != actual.getHeight()) {
      return new PictureComparison(1, 255);
    }
    long different = 0;
    int largest = 0;
    for (int y = 0; y < expected.getHeight(); y++) {
      for (int x = 0; x < expected.getWidth(); x++) {
        int difference = difference(expected.getRGB(x, y), actual.getRGB(x, y));
        largest = Math.max(largest, difference);
        different += difference > VISIBLE_DIFFERENCE ? 1 : 0;
      }
    }
    long pixels = (long) expected.getWidth() * expected.getHeight();
    return new PictureComparison((double) different / pixels, largest);
  }

  /** Whether a person would take one picture for the other. */
  public boolean isSame() {
    return share <= TOLERATED_SHARE;
  }

  private static int difference(int one, int other) {
    int largest = 0;
    for (int shift = 0; shift <= 16; shift += 8) {
      largest = Math.max(largest, Math.abs((one >> shift & 0xFF) - (other >> shift & 0xFF)));
    }
    return largest;
  }
}

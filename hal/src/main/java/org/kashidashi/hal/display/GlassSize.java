package org.kashidashi.hal.display;

/**
 * The visible part of a panel in millimetres; 0 by 0 where nobody has measured it.
 *
 * @param width millimetres, 0 to 5000
 * @param height millimetres, 0 to 5000
 */
public record GlassSize(int width, int height) {
  public static final GlassSize UNKNOWN = new GlassSize(0, 0);

  private static final int LARGEST_MILLIMETRES = 5_000;

  public GlassSize {
    boolean known = isLength(width) && isLength(height);
    if (!known && !(width == 0 && height == 0)) {
      throw new IllegalArgumentException(
          "glass of %d x %d mm, need both from 1 to %d, or 0 and 0 if not known"
              .formatted(width, height, LARGEST_MILLIMETRES));
    }
  }

  /** The glass as a patron sees it. */
  public GlassSize turned(Rotation rotation) {
    return rotation.isSideways() ? new GlassSize(/* width= */ height, /* height= */ width) : this;
  }

  private static boolean isLength(int millimetres) {
    return millimetres >= 1 && millimetres <= LARGEST_MILLIMETRES;
  }
}

package org.kashidashi.hal.driver.evdev;

import org.kashidashi.hal.display.Rotation;

/** Where a panel's own coordinates lie on the glass. */
record GlassMap(
    AxisRange horizontal, AxisRange vertical, Calibration calibration, Rotation rotation) {
  /** The largest number below 1: the right and the bottom edge belong to the last pixel. */
  private static final double RIM = Math.nextDown(1.0);

  /** A finger at the rim may be told as beyond it; it means the rim. */
  GlassPoint locate(Contact contact) {
    GlassPoint built = new GlassPoint(horizontal.share(contact.x()), vertical.share(contact.y()));
    GlassPoint seen = turned(calibration.correct(built));
    return new GlassPoint(Math.clamp(seen.x(), 0, RIM), Math.clamp(seen.y(), 0, RIM));
  }

  /** The touch panel is mounted with the display, and tells its touches as both are built. */
  private GlassPoint turned(GlassPoint point) {
    return switch (rotation) {
      case NONE -> point;
      case CLOCKWISE_90 -> new GlassPoint(point.y(), 1 - point.x());
      case CLOCKWISE_180 -> new GlassPoint(1 - point.x(), 1 - point.y());
      case CLOCKWISE_270 -> new GlassPoint(1 - point.y(), point.x());
    };
  }
}

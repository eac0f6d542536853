package org.kashidashi.hal.display;

/** How far the picture is turned clockwise on a panel that is not mounted the way it scans. */
public enum Rotation {
  NONE,
  CLOCKWISE_90,
  CLOCKWISE_180,
  CLOCKWISE_270;

  /** Whether width and height change places. */
  public boolean isSideways() {
    return this == CLOCKWISE_90 || this == CLOCKWISE_270;
  }
}

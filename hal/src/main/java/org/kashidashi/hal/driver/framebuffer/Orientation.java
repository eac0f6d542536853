package org.kashidashi.hal.driver.framebuffer;

import org.kashidashi.hal.display.Rotation;

/**
 * Where a pixel that a patron sees is scanned: as a place in the panel's lines, one after the
 * other. Pure.
 *
 * @param width pixels of one scanned line
 * @param height scanned lines
 */
record Orientation(Rotation rotation, int width, int height) {
  int glassWidth() {
    return rotation.isSideways() ? height : width;
  }

  int glassHeight() {
    return rotation.isSideways() ? width : height;
  }

  int place(int x, int y) {
    return switch (rotation) {
      case NONE -> y * width + x;
      case CLOCKWISE_90 -> x * width + width - 1 - y;
      case CLOCKWISE_180 -> (height - 1 - y) * width + width - 1 - x;
      case CLOCKWISE_270 -> (height - 1 - x) * width + y;
    };
  }

  /** How far the next pixel to the right lies. */
  int right() {
    return place(1, 0) - place(0, 0);
  }

  /** How far the next pixel below lies. */
  int down() {
    return place(0, 1) - place(0, 0);
  }
}

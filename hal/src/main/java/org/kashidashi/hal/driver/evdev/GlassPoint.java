package org.kashidashi.hal.driver.evdev;

/**
 * A point of the glass as a patron sees it.
 *
 * @param x 0 at the left edge, 1 at the right one
 * @param y 0 at the top edge, 1 at the bottom one
 */
record GlassPoint(double x, double y) {}

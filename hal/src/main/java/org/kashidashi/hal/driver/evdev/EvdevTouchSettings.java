package org.kashidashi.hal.driver.evdev;

import org.kashidashi.hal.display.Rotation;

/**
 * Which device is the touch panel, and how it lies over the picture.
 *
 * @param calibration applied to the panel as it is built, before the rotation
 * @param rotation the picture's
 * @param horizontal what to believe of a panel that does not say its range; else
 *     {@link AxisRange#UNKNOWN}
 * @param vertical likewise
 */
public record EvdevTouchSettings(
    InputRule rule,
    Calibration calibration,
    Rotation rotation,
    AxisRange horizontal,
    AxisRange vertical) {
  /** A panel that needs no correction and says its ranges. */
  public static EvdevTouchSettings of(InputRule rule, Rotation rotation) {
    return new EvdevTouchSettings(
        rule, Calibration.NONE, rotation, AxisRange.UNKNOWN, AxisRange.UNKNOWN);
  }
}

package org.kashidashi.hal.driver.evdev;

/** What the values of an axis can be; {@link #UNKNOWN} where nobody said. */
public record AxisRange(int minimum, int maximum) {
  public static final AxisRange UNKNOWN = new AxisRange(0, 0);

  /** A range without extent says nothing. */
  boolean isKnown() {
    return maximum > minimum;
  }

  /** Where a value lies: 0 at the minimum, just below 1 at the maximum; beyond, if it is beyond. */
  double share(int value) {
    return ((double) value - minimum) / ((double) maximum - minimum + 1);
  }
}
